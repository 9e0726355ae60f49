package jp.tsunagu.procedure.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.tsunagu.engine.DecisionVariables;
import jp.tsunagu.engine.Names;
import jp.tsunagu.engine.TrialEngine.Open;
import jp.tsunagu.engine.VariableCatalogue.Type;
import jp.tsunagu.engine.VariableCatalogue.Variable;
import jp.tsunagu.form.FormField;
import jp.tsunagu.form.FormSchema;
import jp.tsunagu.procedure.scenario.AnswerCheck.Checked;
import jp.tsunagu.procedure.scenario.Scenario.Act;
import jp.tsunagu.procedure.scenario.Scenario.Happening;

/** What the people of a story do, and what happens to them: checked as the program would, then told to the engine. */
final class TrialActs {

    private static final int LENGTH_OF_DAY = "2026-09-18".length();

    private final TrialStage stage;
    private final DraftIndex index;
    private final TrialTime time;
    private final Standing standing;
    private final Derived derived;
    private final AnswerCheck answers;

    TrialActs(TrialStage stage, DraftIndex index, TrialTime time) {
        this.stage = stage;
        this.index = index;
        this.time = time;
        standing = new Standing(stage, index);
        derived = new Derived(stage);
        answers = new AnswerCheck(stage.variables());
    }

    void act(Act act) {
        Optional<Open> open = stage.engine().open().stream()
                .filter(task -> task.step().equals(act.step()))
                .findFirst();
        Optional<PartedException> refusal = refuse(act, open);
        if (act.refused()) {
            if (refusal.isEmpty()) {
                throw new PartedException(cannot(act), "断られませんでした。", act.step());
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
        time.settle();
    }

    private String cannot(Act act) {
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

    void happens(Happening happening) {
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
        if (!happening.refused()) {
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
        time.settle();
    }

    /** The answers go into the case; what decides, and what the program works out of it, goes to the engine. */
    Map<String, Object> answered(FormSchema form, String step, String role, ObjectNode given) {
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
    Map<String, Object> program(ObjectNode told) {
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
