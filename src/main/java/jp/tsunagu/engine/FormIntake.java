package jp.tsunagu.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagu.engine.ServedValues.Place;
import jp.tsunagu.form.CheckedDocument;
import jp.tsunagu.form.FormField;
import jp.tsunagu.form.FormSchema;
import jp.tsunagu.form.FormValidator;
import jp.tsunagu.form.Refusal;
import org.springframework.stereotype.Component;

/**
 * What every document goes through, whether it completes a task, opens a case or reports what happened: is it right, is it
 * still current, does the step allow it → into the case file.
 */
@Component
class FormIntake {

    /** Length of 2026-09-18, the part of a date field before a time of day. */
    private static final int DAY = 10;

    private final ServedValues served;
    private final CaseDocuments cases;
    private final Steps steps;
    private final DecisionVariables decisions;
    private final Clock clock;

    FormIntake(ServedValues served, CaseDocuments cases, Steps steps, DecisionVariables decisions, Clock clock) {
        this.served = served;
        this.cases = cases;
        this.steps = steps;
        this.decisions = decisions;
        this.clock = clock;
    }

    /**
     * A document that nothing speaks against.
     *
     * @param answers only fields the form asks for and shows
     */
    record Checked(ObjectNode answers, LocalDate actDate) {}

    /**
     * Checks a document that opens a case.
     *
     * @throws RefusedException with everything that is missing or wrong
     */
    Checked check(SentDocument sent, FormSchema form, String user, Place place) {
        return check(sent, form, user, place, sent.caseVersion());
    }

    /**
     * Checks a document of a case that others may have changed meanwhile.
     *
     * @param current the version of the case now
     * @throws RefusedException with everything that is missing, wrong or out of date
     */
    Checked check(SentDocument sent, FormSchema form, String user, Place place, int current) {
        refuseOtherForm(sent, form);
        ObjectNode data = served.completed(form, user, place, sent.data());
        ObjectNode known = served.known(form, user, place, data);
        CheckedDocument checked = FormValidator.check(form, data, known);
        LocalDate actDate = actDate(form, checked);
        List<Refusal> refusals = new ArrayList<>(checked.refusals());
        refusals.addAll(refuseFuture(actDate));
        refusals.addAll(changedMeanwhile(sent, place.caseNumber(), current, form));
        refuseIfAny(refusals);
        return new Checked(checked.answers(), actDate);
    }

    /** Stores the document and what the step makes of it, and returns what the engine may know. */
    Map<String, Object> settle(Submission submission, FormSchema form) {
        cases.store(submission, form);
        refuseIfAny(steps.check(submission));
        steps.record(submission);
        cases.accessed(submission.user(), submission.caseNumber(), "記録", submission.step());
        return decisions.of(submission, form, steps.derive(submission));
    }

    private static void refuseOtherForm(SentDocument sent, FormSchema form) {
        if (!sent.form().equals(form.key()) || sent.formVersion() != form.version()) {
            throw RefusedException.ofAct("入力フォームが新しくなりました。画面を開き直してください。入力した内容は一時保存から戻ります。");
        }
    }

    private List<Refusal> changedMeanwhile(SentDocument sent, String caseNumber, int current, FormSchema form) {
        if (sent.caseVersion() == current) {
            return List.of();
        }
        Map<String, String> labels = form.walk()
                .filter(field -> !field.key().isEmpty())
                .collect(Collectors.toMap(FormField::key, FormField::label, (first, second) -> first));
        Set<String> asked = new HashSet<>(form.referencedKeys());
        return cases.changesSince(caseNumber, sent.caseVersion(), asked).stream()
                .map(change -> new Refusal(
                        change.field(),
                        labels.getOrDefault(change.field(), change.field()),
                        "開いている間に、この欄が変更されました。今の内容を確かめて、もう一度送ってください。"))
                .toList();
    }

    private static void refuseIfAny(List<Refusal> refusals) {
        if (!refusals.isEmpty()) {
            throw new RefusedException(refusals);
        }
    }

    /**
     * The date the form itself names as its act; else today. Deadlines count from the act, not from its entry. In a
     * document that is refused anyway the date does not matter.
     */
    private LocalDate actDate(FormSchema form, CheckedDocument checked) {
        return form.walk()
                .filter(field ->
                        field.property("role").filter("actDate"::equals).isPresent())
                .map(field -> find(checked.answers(), field.key()))
                .filter(text -> text != null
                        && text.length() >= DAY
                        && checked.refusals().isEmpty())
                .map(text -> LocalDate.parse(text.substring(0, DAY)))
                .findFirst()
                .orElseGet(() -> LocalDate.now(clock));
    }

    /** What has not happened yet cannot be recorded as done. */
    private List<Refusal> refuseFuture(LocalDate actDate) {
        return actDate.isAfter(LocalDate.now(clock))
                ? List.of(Refusal.ofAct("まだ来ていない日付（" + actDate + "）の行為は、記録できません。"))
                : List.of();
    }

    /** The act's date may stand inside a group of the form (the progress record). */
    private static String find(ObjectNode answers, String key) {
        return answers.findValue(key) == null ? null : answers.findValue(key).textValue();
    }
}
