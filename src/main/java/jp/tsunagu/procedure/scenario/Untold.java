package jp.tsunagu.procedure.scenario;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import jp.tsunagu.engine.TrialEngine.Open;
import jp.tsunagu.procedure.scenario.Scenario.Act;
import jp.tsunagu.procedure.scenario.Scenario.Expectation;
import jp.tsunagu.procedure.scenario.Scenario.Step;
import jp.tsunagu.procedure.scenario.ScenarioResult.Waiting;

/** Which open steps a story does not speak of any more. */
final class Untold {

    private Untold() {}

    /**
     * At a line.
     *
     * @param number of the line at which story and procedure part
     * @param day of the last line that went well
     */
    static List<Waiting> at(int number, Scenario scenario, List<Open> open, LocalDate day) {
        Set<String> later = named(scenario, step -> step.number() >= number);
        Set<String> before = named(scenario, step -> step.number() < number);
        return open.stream()
                .filter(task -> !later.contains(task.step()))
                .map(task -> new Waiting(
                        task.step(),
                        task.name() == null ? task.step() : task.name(),
                        task.groups(),
                        task.form(),
                        day.toString(),
                        before.contains(task.step())))
                .toList();
    }

    private static Set<String> named(Scenario scenario, Predicate<Step> where) {
        Set<String> named = new TreeSet<>();
        scenario.steps().stream().filter(where).map(Step::deed).forEach(deed -> {
            if (deed instanceof Act act) {
                named.add(act.step());
            } else if (deed instanceof Expectation expectation) {
                expectation.claims().forEach(claim -> named.add(claim.id()));
            }
        });
        return named;
    }
}
