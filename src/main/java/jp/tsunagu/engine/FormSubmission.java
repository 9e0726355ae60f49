package jp.tsunagu.engine;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import jp.tsunagu.engine.CaseDocuments.Locked;
import jp.tsunagu.engine.FormIntake.Checked;
import jp.tsunagu.engine.ServedValues.Place;
import jp.tsunagu.form.FormSchema;
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

    private final FormAccess access;
    private final FormIntake intake;
    private final CaseDocuments cases;
    private final DecisionVariables decisions;
    private final ProcedureSets sets;
    private final TaskGate gate;

    FormSubmission(
            FormAccess access,
            FormIntake intake,
            CaseDocuments cases,
            DecisionVariables decisions,
            ProcedureSets sets,
            TaskGate gate) {
        this.access = access;
        this.intake = intake;
        this.cases = cases;
        this.decisions = decisions;
        this.sets = sets;
        this.gate = gate;
    }

    VariableMap task(CommandContext command, String taskId, Map<String, Object> properties) {
        SentDocument sent = SentDocument.read(properties);
        String user = access.user(command);
        Locked locked = cases.lockOfTask(taskId).orElseThrow(FormAccess::gone);
        TaskEntity task = access.ownTask(command, taskId);
        TaskFacts facts = TaskFactsReader.read(task);
        FormSchema form = access.forms().ofTask(command, task);
        int set = TaskFactsReader.procedureSet(task);
        Checked checked = intake.check(sent, form, user, Place.of(facts, set), locked.version());

        Set<String> answered = new HashSet<>();
        checked.answers().fieldNames().forEachRemaining(answered::add);
        gate.refuseAct(user, facts, answered).ifPresent(reason -> {
            throw RefusedException.ofAct(reason);
        });
        Submission submission = new Submission(
                user,
                locked.caseNumber(),
                facts.step(),
                taskId,
                facts.processInstanceId(),
                set,
                checked.answers(),
                checked.actDate());
        Map<String, Object> variables = intake.settle(submission, form);
        return Door.opened(command, () -> new SubmitTaskFormCmd(taskId, variables, true, false).execute(command));
    }

    ProcessInstance start(CommandContext command, String processDefinitionId, Map<String, Object> properties) {
        SentDocument sent = SentDocument.read(properties);
        String user = access.user(command);
        access.checkMayStart(command, processDefinitionId);
        FormSchema form = access.forms().ofStart(command, processDefinitionId);
        int set = sets.current();
        Checked checked = intake.check(sent, form, user, new Place(null, form.key(), null, set));

        Submission unnumbered =
                new Submission(user, null, form.key(), null, null, set, checked.answers(), checked.actDate());
        String number = cases.open(unnumbered);
        Map<String, Object> variables = decisions.initial(processDefinitionId);
        variables.putAll(intake.settle(unnumbered.numbered(number), form));
        variables.put(Names.CASE_NUMBER, number);
        variables.put(Names.PROCEDURE_SET, set);
        return Door.opened(command, () -> {
            ProcessInstance instance = new SubmitStartFormCmd(processDefinitionId, number, variables).execute(command);
            cases.started(number, instance.getId());
            return instance;
        });
    }
}
