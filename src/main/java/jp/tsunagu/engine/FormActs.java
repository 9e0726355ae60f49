package jp.tsunagu.engine;

import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.VariableMap;
import org.springframework.stereotype.Component;

/** What passes the form door, as engine commands. */
@Component
class FormActs {

    private final FormLoading loading;
    private final FormSubmission submission;
    private final PresentDefinition present;

    FormActs(FormLoading loading, FormSubmission submission, PresentDefinition present) {
        this.loading = loading;
        this.submission = submission;
        this.present = present;
    }

    DoorCommand<VariableMap> loadTask(String taskId) {
        return DoorCommand.withoutRows(command -> loading.task(command, taskId));
    }

    DoorCommand<VariableMap> loadStart(String processDefinitionId) {
        return DoorCommand.withoutRows(command -> loading.start(command, present.of(command, processDefinitionId)));
    }

    DoorCommand<VariableMap> submitTask(String taskId, Map<String, Object> properties) {
        return DoorCommand.withoutRows(command -> submission.task(command, taskId, properties));
    }

    DoorCommand<ProcessInstance> submitStart(String processDefinitionId, Map<String, Object> properties) {
        return DoorCommand.withoutRows(
                command -> submission.start(command, present.of(command, processDefinitionId), properties));
    }
}
