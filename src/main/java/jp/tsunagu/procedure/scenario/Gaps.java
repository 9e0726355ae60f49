package jp.tsunagu.procedure.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import jp.tsunagu.procedure.ProcedureArchive;
import jp.tsunagu.procedure.ProcedureFiles;
import jp.tsunagu.procedure.draft.Draft;
import jp.tsunagu.procedure.file.Drawing;
import jp.tsunagu.procedure.file.UnreadableFileException;
import jp.tsunagu.procedure.scenario.Gap.Place;
import jp.tsunagu.procedure.scenario.ScenarioResult.Waiting;
import jp.tsunagu.procedure.scenario.Scenarios.Outcome;
import org.springframework.stereotype.Component;

/** Finds the stories that part from a procedure for one and the same reason: a step waits that they do not tell. */
@Component
class Gaps {

    private final ProcedureArchive archive;

    Gaps(ProcedureArchive archive) {
        this.archive = archive;
    }

    /** One for each such step, in the order of the outcomes. */
    List<Gap> of(Draft draft, List<Outcome> outcomes) {
        Map<String, Gap> gaps = new LinkedHashMap<>();
        List<Outcome> red = outcomes.stream().filter(Outcome::isRed).toList();
        if (!red.isEmpty()) {
            Set<String> known = steps(archive.files(draft.baseSet()));
            red.forEach(outcome -> add(outcome, known, gaps));
        }
        return List.copyOf(gaps.values());
    }

    private static void add(Outcome outcome, Set<String> known, Map<String, Gap> gaps) {
        ScenarioResult went = outcome.result().orElseThrow();
        lacking(went, known).ifPresent(waiting -> {
            String after =
                    went.told().isEmpty() ? "" : went.told().get(went.told().size() - 1);
            gaps.computeIfAbsent(waiting.step(), step -> new Gap(waiting, new ArrayList<>()))
                    .places()
                    .add(new Place(outcome.scenario(), went.parted(), after, waiting.day()));
        });
    }

    /** A step that the change brings counts first; one that was there before only if the story never spoke of it. */
    private static Optional<Waiting> lacking(ScenarioResult went, Set<String> known) {
        List<Waiting> waiting = went.parted().waiting();
        return Stream.concat(
                        waiting.stream().filter(step -> !known.contains(step.step())),
                        waiting.stream().filter(step -> !step.toldBefore()))
                .findFirst();
    }

    private static Set<String> steps(ProcedureFiles files) {
        Set<String> steps = new TreeSet<>();
        files.ending(".bpmn").forEach((name, content) -> {
            try {
                Drawing.read(name, content).shapes("userTask").forEach(step -> steps.add(step.id()));
            } catch (UnreadableFileException e) {
                throw new IllegalStateException(name + " is in force and cannot be read", e);
            }
        });
        return steps;
    }
}
