package jp.tsunagu.procedure.scenario;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jp.tsunagu.procedure.ProcedureFiles;
import jp.tsunagu.procedure.scenario.ScenarioResultTable.Kept;
import org.springframework.stereotype.Component;

/** All 例題 and how they went on a procedure. */
@Component
public class Scenarios {

    private final PackagedScenarios packaged;
    private final OwnScenarios own;
    private final ScenarioResultTable results;
    private final ScenarioRuns runs;

    Scenarios(PackagedScenarios packaged, OwnScenarios own, ScenarioResultTable results, ScenarioRuns runs) {
        this.packaged = packaged;
        this.own = own;
        this.results = results;
        this.runs = runs;
    }

    /**
     * A scenario and how it went.
     *
     * @param result empty if it was not run since procedure or scenario changed
     * @param ranAt null if it was not run
     * @param ranBy null if it was not run
     */
    public record Outcome(KeptScenario scenario, Optional<ScenarioResult> result, OffsetDateTime ranAt, String ranBy) {

        public boolean isGreen() {
            return result.filter(ScenarioResult::green).isPresent();
        }

        public boolean isRed() {
            return result.filter(went -> !went.green()).isPresent();
        }
    }

    /**
     * How all scenarios went on one procedure.
     *
     * @param replaced the packaged scenarios in whose place the ward tells its own
     */
    public record Outcomes(List<Outcome> all, List<KeptScenario> replaced) {

        /** True if every scenario was run on exactly this procedure and story and procedure agree. */
        public boolean allGreen() {
            return all.stream().allMatch(Outcome::isGreen);
        }

        public long green() {
            return all.stream().filter(Outcome::isGreen).count();
        }

        public long red() {
            return all.stream().filter(Outcome::isRed).count();
        }

        public long notRun() {
            return all.size() - green() - red();
        }
    }

    /** What is known of these files; nothing is run. */
    public Outcomes results(ProcedureFiles files) {
        Map<String, Kept> kept = results.of(ContentHash.of(files));
        List<KeptScenario> wards = own.all();
        return new Outcomes(
                told(wards).map(scenario -> outcome(scenario, kept)).toList(),
                packaged.all().stream()
                        .filter(scenario -> isReplaced(scenario, wards))
                        .toList());
    }

    private static Outcome outcome(KeptScenario scenario, Map<String, Kept> kept) {
        Kept result = kept.get(ContentHash.of(scenario.source()));
        return result == null
                ? new Outcome(scenario, Optional.empty(), null, null)
                : new Outcome(scenario, Optional.of(result.result()), result.ranAt(), result.ranBy());
    }

    /** Begins to run them all on these files; {@link #results} knows them some seconds later. */
    public void run(ProcedureFiles files, String person) {
        runs.start(files, told(own.all()).toList(), person);
    }

    /** Those that count, the packaged ones first. */
    private Stream<KeptScenario> told(List<KeptScenario> wards) {
        return Stream.concat(packaged.all().stream().filter(scenario -> !isReplaced(scenario, wards)), wards.stream());
    }

    private static boolean isReplaced(KeptScenario packaged, List<KeptScenario> wards) {
        return wards.stream().anyMatch(own -> packaged.id().equals(own.replaces()));
    }

    Optional<KeptScenario> find(String id) {
        return Stream.concat(packaged.all().stream(), own.all().stream())
                .filter(scenario -> scenario.id().equals(id))
                .findFirst();
    }
}
