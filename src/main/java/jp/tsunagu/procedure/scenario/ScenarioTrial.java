package jp.tsunagu.procedure.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.tsunagu.calendar.WorkingDays;
import jp.tsunagu.engine.DecisionVariables;
import jp.tsunagu.engine.Names;
import jp.tsunagu.engine.TrialEngine.Open;
import jp.tsunagu.engine.TrialEngine.Timer;
import jp.tsunagu.engine.VariableCatalogue.Type;
import jp.tsunagu.engine.VariableCatalogue.Variable;
import jp.tsunagu.form.FormField;
import jp.tsunagu.form.FormSchema;
import jp.tsunagu.procedure.scenario.AnswerCheck.Checked;
import jp.tsunagu.procedure.scenario.Scenario.Act;
import jp.tsunagu.procedure.scenario.Scenario.Beginning;
import jp.tsunagu.procedure.scenario.Scenario.Deed;
import jp.tsunagu.procedure.scenario.Scenario.Expectation;
import jp.tsunagu.procedure.scenario.Scenario.Happening;
import jp.tsunagu.procedure.scenario.Scenario.Passing;
import jp.tsunagu.procedure.scenario.Scenario.Step;
import jp.tsunagu.procedure.scenario.ScenarioResult.Parting;

/** Plays one scenario on the stage, line by line, until its end or until story and procedure part. */
final class ScenarioTrial {

    /** A case that needs more has timers that set each other off. */
    private static final int MOST_TIMERS = 1000;

    private static final int LONGEST_WAY = 300;
    private static final int LENGTH_OF_DAY = "2026-09-18".length();

    private final TrialStage stage;
    private final DraftIndex index;
    private final Standing standing;
    private final Derived derived;
    private final AnswerCheck answers;
    private final List<String> told = new ArrayList<>();
    private Instant now;

    ScenarioTrial(TrialStage stage, DraftIndex index) {
        this.stage = stage;
        this.index = index;
        standing = new Standing(stage, index);
        derived = new Derived(stage);
        answers = new AnswerCheck(stage.variables());
    }

    ScenarioResult run(Scenario scenario) {
        long start = System.nanoTime();
        stage.begin();
        Parting parted = play(scenario);
        List<String> way =
                stage.present().way.stream().map(TrialCase.Passed::element).toList();
        return new ScenarioResult(
                scenario.id(),
                scenario.title(),
                parted == null,
                parted,
                told,
                way.subList(Math.max(0, way.size() - LONGEST_WAY), way.size()),
                (System.nanoTime() - start) / 1_000_000);
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
            told.add((now == null ? "" : When.text(now) + " ") + said);
            return null;
        } catch (PartedException e) {
            return parting(number, line, said, e.expected(), e.found(), e.elements());
        } catch (RuntimeException | StackOverflowError e) {
            List<String> elements = about(e);
            return parting(number, line, said, "手続が進む", EngineWords.of(e), elements);
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
        return new Parting(number, line, said, expected, found, file, elements);
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
        now = beginning.at().moment();
        stage.engine().at(now);
        stage.present().known.setAll(beginning.facts());
        if (!stage.engine().knows(beginning.process())) {
            throw new PartedException("手続 " + beginning.process() + " が始まる", "この手続一式にありません。", List.of());
        }
        Map<String, Object> variables = new HashMap<>(stage.variables().initialValues(beginning.process()));
        Optional<FormSchema> form = index.startForm(beginning.process());
        if (form.isPresent()) {
            variables.putAll(answered(form.get(), form.get().key(), beginning.role(), beginning.answers()));
        }
        variables.putAll(program(beginning.program()));
        stage.present().main = stage.start(beginning.process(), null, variables);
        moveTo(now);
    }

    private void play(Step step) {
        if (step.at() != null) {
            until(step.at());
        }
        stage.present().known.setAll(step.facts());
        if (step.deed() instanceof Act act) {
            act(act);
        } else if (step.deed() instanceof Happening happening) {
            happens(happening);
        } else if (step.deed() instanceof Passing passing) {
            pass(passing);
        } else if (step.deed() instanceof Expectation expectation) {
            standing.check(expectation.claims());
        }
    }

    /** A day without a time that has come already is today. */
    private void until(When at) {
        boolean today = at.time() == null && at.day().equals(stage.workingDays().today());
        if (!today && at.moment().isBefore(now)) {
            throw new PartedException(at.text() + " になる", "もう " + When.text(now) + " です。時は戻りません。", List.of());
        }
        moveTo(today && at.moment().isBefore(now) ? now : at.moment());
    }

    private void pass(Passing passing) {
        ZonedDateTime from = now.atZone(WorkingDays.TOKYO);
        LocalDate day = passing.workingDays()
                ? stage.workingDays().addWorkingDays(from.toLocalDate(), passing.days())
                : from.toLocalDate().plusDays(passing.days());
        moveTo(from.with(day).toInstant());
    }

    /** Everything that falls due on the way happens in the order of its dates, each on its day. */
    private void moveTo(Instant target) {
        for (int fired = 0; ; fired++) {
            Optional<Timer> next = stage.engine().timers().stream()
                    .findFirst()
                    .filter(timer -> timer.due() == null || !timer.due().isAfter(target));
            if (next.isEmpty()) {
                break;
            }
            if (fired == MOST_TIMERS) {
                throw new PartedException("時がたつ", "予定が予定を呼び、終わりません。", next.get().element());
            }
            Instant due = next.get().due();
            now = due == null || due.isBefore(now) ? now : due;
            stage.engine().at(now);
            stage.engine().fire(next.get());
        }
        now = target;
        stage.engine().at(now);
    }

    private void act(Act act) {
        Optional<Open> open = stage.engine().open().stream()
                .filter(task -> task.step().equals(act.step()))
                .findFirst();
        Optional<PartedException> refusal = refuse(act, open);
        if (act.refused()) {
            if (refusal.isEmpty()) {
                throw new PartedException(said(act), "断られませんでした。", act.step());
            }
            return;
        }
        refusal.ifPresent(refused -> {
            throw refused;
        });
        Open task = open.orElseThrow();
        Map<String, Object> variables = new HashMap<>();
        index.form(task.form())
                .ifPresent(form -> variables.putAll(answered(form, act.step(), act.role(), act.answers())));
        variables.putAll(program(act.program()));
        derived.settle(act.step(), act.answers(), task.instance());
        stage.engine().complete(task.id(), variables);
        moveTo(now);
    }

    private String said(Act act) {
        return ScenarioRoles.name(act.role()) + "は " + index.called(act.step()) + " ができない";
    }

    private Optional<PartedException> refuse(Act act, Optional<Open> open) {
        if (open.isEmpty()) {
            return Optional.of(
                    new PartedException(index.called(act.step()) + " が開いている", standing.whatIsOpen(), act.step()));
        }
        if (!open.get().groups().contains(act.role())) {
            return Optional.of(new PartedException(
                    index.called(act.step()) + " をするのは " + ScenarioRoles.name(act.role()),
                    ScenarioRoles.names(open.get().groups()),
                    act.step()));
        }
        Optional<FormSchema> form = index.form(open.get().form());
        if (form.isEmpty()) {
            return Optional.of(new PartedException(
                    index.called(act.step()) + " に入力フォームがある",
                    open.get().form() == null
                            ? "入力フォームが決められていません。"
                            : "入力フォーム「" + open.get().form() + "」が、この手続一式にありません。",
                    act.step()));
        }
        return refuse(form.get(), act.answers(), act.step());
    }

    private Optional<PartedException> refuse(FormSchema form, ObjectNode given, String element) {
        List<String> reasons = answers.check(form, given, stage.present().known).reasons();
        return reasons.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new PartedException("この答えが入力フォーム「" + form.key() + "」に合う", String.join(" ", reasons), element));
    }

    private void happens(Happening happening) {
        Optional<FormSchema> form = index.form(happening.message());
        Optional<PartedException> refusal =
                form.flatMap(known -> refuse(known, happening.answers(), happening.message()));
        if (refusal.isPresent() && !happening.refused()) {
            throw refusal.get();
        }
        Map<String, Object> variables = new HashMap<>();
        if (refusal.isEmpty()) {
            form.ifPresent(known -> variables.putAll(answered(known, happening.message(), null, happening.answers())));
            variables.putAll(program(happening.program()));
        }
        if (happening.message().equals("personDied")) {
            derived.settle(happening.message(), happening.answers(), stage.present().main);
        }
        boolean heard =
                refusal.isEmpty() && stage.engine().report(happening.message(), stage.present().main, variables);
        if (heard == happening.refused()) {
            throw new PartedException(
                    "出来事「" + happening.message() + "」" + (heard ? "は受けられない" : "を受ける"),
                    heard ? "受けられました。" : "本筋の手続は、いまこの出来事を受けません。" + standing.whatIsOpen(),
                    happening.message());
        }
        moveTo(now);
    }

    /** The answers go into the case; what decides, and what the program works out of it, goes to the engine. */
    private Map<String, Object> answered(FormSchema form, String step, String role, ObjectNode given) {
        Checked checked = answers.check(form, given, stage.present().known);
        if (!checked.reasons().isEmpty()) {
            throw new PartedException("この答えが入力フォーム「" + form.key() + "」に合う", String.join(" ", checked.reasons()), step);
        }
        LocalDate actDate = actDate(form, checked.answers());
        Map<String, Object> variables = new HashMap<>(DecisionVariables.asked(
                stage.variables(),
                form,
                checked.answers(),
                name -> stage.present().known.path(name)));
        stage.present().known.setAll(checked.answers());
        variables.putAll(derived.of(step, role == null ? "" : role, checked.answers(), actDate));
        variables.put(Names.ACT_DATE, TrialStage.date(actDate));
        return variables;
    }

    /** The day the form names as its act; today if it is not told. */
    private LocalDate actDate(FormSchema form, ObjectNode given) {
        return form.walk()
                .filter(field ->
                        field.property("role").filter("actDate"::equals).isPresent())
                .map(FormField::key)
                .map(given::findValue)
                .filter(day -> day != null && day.isTextual() && day.asText().length() >= LENGTH_OF_DAY)
                .map(day -> LocalDate.parse(day.asText().substring(0, LENGTH_OF_DAY)))
                .findFirst()
                .orElseGet(stage.workingDays()::today);
    }

    /** What the scenario tells in the program's place. */
    private Map<String, Object> program(ObjectNode told) {
        Map<String, Object> values = new HashMap<>();
        told.fields().forEachRemaining(entry -> {
            Variable variable = stage.variables()
                    .find(entry.getKey())
                    .orElseThrow(() -> new PartedException("プログラムの値 " + entry.getKey(), "手続の変数一覧にない名前です。", List.of()));
            if (variable.type() == Type.JSON) {
                stage.present().known.set(entry.getKey(), entry.getValue());
            } else {
                values.put(entry.getKey(), value(variable, entry.getValue()));
            }
        });
        return values;
    }

    private static Object value(Variable variable, JsonNode told) {
        return switch (variable.type()) {
            case BOOLEAN -> told.asBoolean();
            case INTEGER -> told.asInt();
            case DATE ->
                When.read(told.asText())
                        .map(when -> TrialStage.date(when.day()))
                        .orElseThrow(() ->
                                new PartedException("プログラムの値 " + variable.name() + " は日付", "日付として読めません。", List.of()));
            default -> told.asText();
        };
    }
}
