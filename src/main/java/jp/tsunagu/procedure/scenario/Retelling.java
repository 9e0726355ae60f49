package jp.tsunagu.procedure.scenario;

import java.util.List;
import jp.tsunagu.procedure.scenario.Gap.Place;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes a passage into several stories at once: a packaged one gets a copy that is told in its place. */
@Component
class Retelling {

    private final OwnScenarios own;

    Retelling(OwnScenarios own) {
        this.own = own;
    }

    /**
     * All of them, or none.
     *
     * @throws MalformedScenarioException if one cannot be written, or somebody else was faster
     */
    @Transactional
    void write(Passage passage, List<Place> places, String person) {
        for (Place place : places) {
            KeptScenario told = place.scenario();
            if (told.isPackaged()) {
                own.add(passage.copyOf(place), person);
            } else {
                own.change(told.id(), passage.into(place), told.revision(), person);
            }
        }
    }
}
