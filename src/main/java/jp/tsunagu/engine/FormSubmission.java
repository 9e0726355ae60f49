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
import org.camunda.bpm.engine.impl.cmd.SubmitStartFormCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.VariableMap;
import org.springframework.stereotype.Component;

/**
 * A submission, from the sender's document to the engine's next step, in this order: may this person act → is the document
 * right → is it still current → does the step allow it → into the case file → only deciding variables into the engine.
 */
@Component
class FormSubmission {

    /** Length of 2026-09-18, the part of a date field before a time of day. */
    private static final int DAY = 10;

    private final FormAccess access;
    private final ServedValues served;
    private final CaseDocuments cases;
    private final Steps steps;
    private final DecisionVariables decisions;
    private final ProcedureSets sets;
    private final Clock clock;

    FormSubmission(
            FormAccess access,
            ServedValues served,
            CaseDocuments cases,
            Steps steps,
            DecisionVariables decisions,
            ProcedureSets sets,
            Clock clock) {
        this.access = access;
        this.served = served;
        this.cases = cases;
        this.steps = steps;
        this.decisions = decisions;
        this.sets = sets;
        this.clock = clock;
    }

    /** The case a task belongs to: read in a command of its own, so that nothing of it is remembered while waiting. */
    String caseOf(CommandContext command, String taskId) {
        return TaskFactsReader.read(access.ownTask(command, taskId)).caseNumber();
    }

    VariableMap task(CommandContext command, String taskId, String caseNumber, Map<String, Object> properties) {
        SentDocument sent = SentDocument.read(properties);
        String user = access.user(command);
        int current = cases.lock(caseNumber);
        TaskEntity task = access.ownTask(command, taskId);
        TaskFacts facts = TaskFactsReader.read(task);
        FormSchema form = access.forms().ofTask(command, task);
        refuseOtherForm(sent, form);
        ObjectNode known = served.known(form, user, Place.of(facts), sent.data());
        CheckedDocument checked = FormValidator.check(form, sent.data(), known);
        LocalDate actDate = actDate(form, checked);
        List<Refusal> refusals = new ArrayList<>(checked.refusals());
        refusals.addAll(refuseFuture(actDate));
        refusals.addAll(changedMeanwhile(sent, caseNumber, current, form));
        refuseIfAny(refusals);

        Submission submission = new Submission(
                user,
                caseNumber,
                facts.step(),
                taskId,
                facts.processInstanceId(),
                facts.procedureSet(),
                checked.answers(),
                actDate);
        Map<String, Object> variables = settle(submission, form);
        return Door.opened(command, () -> new SubmitTaskFormCmd(taskId, variables, true, false).execute(command));
    }

    ProcessInstance start(CommandContext command, String processDefinitionId, Map<String, Object> properties) {
        SentDocument sent = SentDocument.read(properties);
        String user = access.user(command);
        access.checkMayStart(command, processDefinitionId);
        FormSchema form = access.forms().ofStart(command, processDefinitionId);
        refuseOtherForm(sent, form);
        int set = sets.current();
        ObjectNode known = served.known(form, user, new Place(null, form.key(), null, set), sent.data());
        CheckedDocument checked = FormValidator.check(form, sent.data(), known);
        LocalDate actDate = actDate(form, checked);
        List<Refusal> refusals = new ArrayList<>(checked.refusals());
        refusals.addAll(refuseFuture(actDate));
        refuseIfAny(refusals);

        Submission unnumbered = new Submission(user, null, form.key(), null, null, set, checked.answers(), actDate);
        String number = cases.open(unnumbered);
        Map<String, Object> variables = decisions.initial(processDefinitionId);
        variables.putAll(settle(unnumbered.numbered(number), form));
        variables.put(Names.CASE_NUMBER, number);
        variables.put(Names.PROCEDURE_SET, set);
        return Door.opened(command, () -> {
            ProcessInstance instance = new SubmitStartFormCmd(processDefinitionId, number, variables).execute(command);
            cases.started(number, instance.getId());
            return instance;
        });
    }

    /** Stores the document and what the step makes of it, and returns what the engine may know. */
    private Map<String, Object> settle(Submission submission, FormSchema form) {
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
