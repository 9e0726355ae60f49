package jp.tsunagu.procedure.scenario;

import java.util.List;
import java.util.Optional;
import jp.tsunagu.procedure.scenario.ScenarioResult.Parting;
import jp.tsunagu.procedure.scenario.ScenarioResult.Waiting;

/**
 * A step that waits where stories go on without it: one passage told in each of them closes it.
 *
 * @param waiting the step as the first of the stories meets it
 */
record Gap(Waiting waiting, List<Place> places) {

    /**
     * Where one story lacks it.
     *
     * @param day of the line before
     */
    record Place(KeptScenario scenario, Parting parted, String after, String day) {

        /** In words: between which lines the passage comes. */
        public String between() {
            return "手順" + parted.step() + "（" + parted.said() + "）の前";
        }
    }

    String step() {
        return waiting.step();
    }

    Optional<Place> place(String scenario) {
        return places.stream()
                .filter(place -> place.scenario().id().equals(scenario))
                .findFirst();
    }
}
