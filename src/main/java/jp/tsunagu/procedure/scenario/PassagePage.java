package jp.tsunagu.procedure.scenario;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import jp.tsunagu.calendar.WorkingDays;
import jp.tsunagu.form.FormSchema;
import jp.tsunagu.procedure.ProcedureFiles;
import jp.tsunagu.procedure.VariableFile;
import jp.tsunagu.procedure.draft.Draft;
import jp.tsunagu.procedure.draft.Drafts;
import jp.tsunagu.procedure.scenario.Gap.Place;
import jp.tsunagu.procedure.scenario.PassageFields.Asked;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What is shown and asked before a passage is written into several stories. */
@Component
class PassagePage {

    static final String CASE = "case.";
    static final String ANSWER = "answer.";

    private static final int LONGEST_REASON = 300;

    private final Drafts drafts;
    private final Scenarios scenarios;
    private final Gaps gaps;
    private final Clock clock;

    PassagePage(Drafts drafts, Scenarios scenarios, Gaps gaps, Clock clock) {
        this.drafts = drafts;
        this.scenarios = scenarios;
        this.gaps = gaps;
        this.clock = clock;
    }

    /** As it was filled in: of a first look, the proposal. */
    record Filled(Gap gap, String role, String reason, List<Asked> fields, FormSchema form, List<Place> chosen) {

        /** Whether this story was ticked. */
        public boolean has(Place place) {
            return chosen.contains(place);
        }

        ObjectNode answers() {
            return form == null ? JsonNodeFactory.instance.objectNode() : PassageFields.answers(form, fields);
        }
    }

    /** @throws NoSuchElementException if no story lacks this step any more */
    Gap gap(Draft draft, String step) {
        return gaps.of(draft, scenarios.results(drafts.files(draft.id())).all()).stream()
                .filter(gap -> gap.step().equals(step))
                .findFirst()
                .orElseThrow(() ->
                        new NoSuchElementException("書き足す例題は、もうありません。ほかの人が書き足したか、改定案が変わりました。例題の一覧から「すべて実行する」を押してください。"));
    }

    Filled proposed(Draft draft, String step) {
        Gap gap = gap(draft, step);
        Optional<FormSchema> form = form(draft, gap);
        List<String> roles = gap.waiting().roles();
        return new Filled(
                gap,
                roles.isEmpty() ? "" : roles.get(0),
                "「" + gap.waiting().name() + "」が手続に加わるため。",
                form.map(PassageFields::of).orElse(List.of()),
                form.orElse(null),
                gap.places());
    }

    Filled typed(Draft draft, String step, Map<String, String> typed) {
        Filled proposed = proposed(draft, step);
        return new Filled(
                proposed.gap(),
                typed.getOrDefault("role", ""),
                typed.getOrDefault("reason", "").strip(),
                proposed.fields().stream()
                        .map(field -> field.with(
                                typed.getOrDefault(ANSWER + field.key(), "").strip()))
                        .toList(),
                proposed.form(),
                proposed.gap().places().stream()
                        .filter(place ->
                                typed.containsKey(CASE + place.scenario().id()))
                        .toList());
    }

    private Optional<FormSchema> form(Draft draft, Gap gap) {
        ProcedureFiles files = drafts.files(draft.id());
        return Optional.ofNullable(gap.waiting().form()).flatMap(form -> PassageFields.form(files, form));
    }

    /** What is to be mended first. */
    List<String> faults(Draft draft, Filled filled) {
        List<String> faults = new ArrayList<>();
        if (!filled.gap().waiting().roles().contains(filled.role())) {
            faults.add("だれがするかを選んでください。");
        }
        if (filled.reason().isEmpty() || filled.reason().length() > LONGEST_REASON) {
            faults.add("書き足す理由を、" + LONGEST_REASON + "字までで書いてください。");
        }
        if (filled.chosen().isEmpty()) {
            faults.add("書き足す例題を、一つ以上選んでください。");
        } else if (filled.form() != null) {
            faults.addAll(refused(draft, filled));
        }
        return faults;
    }

    private List<String> refused(Draft draft, Filled filled) {
        ObjectNode answers = filled.answers();
        ObjectNode onADay = answers.deepCopy();
        answers.properties().stream()
                .filter(answer -> answer.getValue().asText().equals(PassageFields.THAT_DAY))
                .forEach(answer ->
                        onADay.put(answer.getKey(), filled.chosen().get(0).day()));
        return new AnswerCheck(VariableFile.of(drafts.files(draft.id())))
                .check(filled.form(), onADay, JsonNodeFactory.instance.objectNode())
                .reasons();
    }

    Passage passage(Draft draft, Filled filled) {
        String note = "書き足し（" + LocalDate.now(clock.withZone(WorkingDays.TOKYO)) + "、改定案「" + draft.title() + "」）: "
                + filled.reason();
        return new Passage(filled.gap().step(), filled.role(), filled.answers(), note.replaceAll("\\R+", " "));
    }

    void fill(Draft draft, Filled filled, List<String> faults, Model model) {
        model.addAttribute("draft", draft);
        model.addAttribute("filled", filled);
        model.addAttribute("faults", faults);
        model.addAttribute("that", PassageFields.THAT_DAY);
        model.addAttribute(
                "roles",
                filled.gap().waiting().roles().stream()
                        .map(role -> Map.entry(role, ScenarioRoles.name(role)))
                        .toList());
        String role = filled.role().isEmpty() ? "" : filled.role();
        model.addAttribute(
                "preview",
                String.join(
                        "\n",
                        new Passage(filled.gap().step(), role, filled.answers(), "（日付、改定案の名前、理由）")
                                .lines("  ", PassageFields.THAT_DAY)));
    }
}
