package jp.tsunagu.procedure.scenario;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.tsunagu.form.FormSchema;
import jp.tsunagu.procedure.scenario.Scenario.Act;
import jp.tsunagu.procedure.scenario.Scenario.Beginning;
import jp.tsunagu.procedure.scenario.Scenario.Deed;
import jp.tsunagu.procedure.scenario.Scenario.Expectation;
import jp.tsunagu.procedure.scenario.Scenario.Happening;
import jp.tsunagu.procedure.scenario.Scenario.Passing;
import jp.tsunagu.procedure.scenario.Scenario.Step;
import jp.tsunagu.procedure.scenario.ScenarioResult.Parting;
import org.springframework.util.StopWatch;

/** Plays one scenario on the stage, line by line, until its end or until story and procedure part. */
final class ScenarioTrial {

    private static final int LONGEST_WAY = 300;

    private final TrialStage stage;
    private final DraftIndex index;
    private final Standing standing;
    private final TrialTime time;
    private final TrialActs acts;
    private final List<String> told = new ArrayList<>();
    private LocalDate day;

    ScenarioTrial(TrialStage stage, DraftIndex index) {
        this.stage = stage;
        this.index = index;
        standing = new Standing(stage, index);
        time = new TrialTime(stage);
        acts = new TrialActs(stage, index, time);
    }

    ScenarioResult run(Scenario scenario) {
        StopWatch watch = new StopWatch();
        watch.start();
        stage.begin();
        Parting parted = play(scenario);
        if (parted != null && parted.step() > 0) {
            parted = parted.with(
                    Untold.at(parted.step(), scenario, stage.engine().open(), day));
        }
        watch.stop();
        List<String> way =
                stage.present().way.stream().map(TrialCase.Passed::element).toList();
        return new ScenarioResult(
                scenario.id(),
                scenario.title(),
                parted == null,
                parted,
                told,
                way.subList(Math.max(0, way.size() - LONGEST_WAY), way.size()),
                watch.getTotalTimeMillis());
    }

    private Parting play(Scenario scenario) {
        Parting parted = attempt(0, scenario.beginning().line(), "始まり", () -> begin(scenario.beginning()));
        for (Step step : scenario.steps()) {
            if (parted == null) {
                parted = attempt(step.number(), step.line(), said(step), () -> play(step));
            }
        }
        return parted;
    }

    private Parting attempt(int number, int line, String said, Runnable play) {
        try {
            play.run();
            told.add(time.text() + said);
            day = stage.workingDays().today();
            return null;
        } catch (PartedException e) {
            return parting(number, line, said, e.expected(), e.found(), e.elements());
        } catch (RuntimeException | StackOverflowError e) {
            // whatever the engine says to what somebody drew is an answer about the drawing
            return parting(number, line, said, "手続が進む", EngineWords.of(e), about(e));
        }
    }

    /** What the engine names; if nothing of the procedure, where it was last. */
    private List<String> about(Throwable failure) {
        List<String> named = EngineWords.named(failure).stream()
                .filter(index::knows)
                .distinct()
                .toList();
        List<TrialCase.Passed> way = stage.present().way;
        return !named.isEmpty() || way.isEmpty()
                ? named
                : List.of(way.get(way.size() - 1).element());
    }

    private Parting parting(int number, int line, String said, String expected, String found, List<String> elements) {
        String file = elements.stream()
                .map(index::file)
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(null);
        return new Parting(number, line, said, expected, found, file, elements, List.of());
    }

    private String said(Step step) {
        Deed deed = step.deed();
        if (deed instanceof Act act) {
            return ScenarioRoles.name(act.role()) + "が " + index.called(act.step()) + (act.refused() ? " をしようとする" : "");
        }
        if (deed instanceof Happening happening) {
            return "出来事「" + happening.message() + "」";
        }
        if (deed instanceof Passing passing) {
            return passing.days() + (passing.workingDays() ? "開庁日" : "日") + "たつ";
        }
        return deed instanceof Expectation ? "確かめる" : "時がたつ・事実が分かる";
    }

    private void begin(Beginning beginning) {
        time.beginsAt(beginning.at().moment());
        stage.present().known.setAll(beginning.facts());
        if (!stage.engine().knows(beginning.process())) {
            throw new PartedException("手続 " + beginning.process() + " が始まる", "この手続一式にありません。", List.of());
        }
        Map<String, Object> variables = new HashMap<>(stage.variables().initialValues(beginning.process()));
        Optional<FormSchema> form = index.startForm(beginning.process());
        if (form.isPresent()) {
            variables.putAll(acts.answered(form.get(), form.get().key(), beginning.role(), beginning.answers()));
        }
        variables.putAll(acts.program(beginning.program()));
        stage.present().main = stage.start(beginning.process(), null, variables);
        time.settle();
    }

    private void play(Step step) {
        if (step.at() != null) {
            time.until(step.at());
        }
        stage.present().known.setAll(step.facts());
        if (step.deed() instanceof Act act) {
            acts.act(act);
        } else if (step.deed() instanceof Happening happening) {
            acts.happens(happening);
        } else if (step.deed() instanceof Passing passing) {
            time.pass(passing);
        } else if (step.deed() instanceof Expectation expectation) {
            standing.check(expectation.claims());
        }
    }
}
