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

    FormActs(FormLoading loading, FormSubmission submission) {
        this.loading = loading;
        this.submission = submission;
    }

    DoorCommand<VariableMap> loadTask(String taskId) {
        return DoorCommand.withoutRows(command -> loading.task(command, taskId));
    }

    DoorCommand<VariableMap> loadStart(String processDefinitionId) {
        return DoorCommand.withoutRows(command -> loading.start(command, processDefinitionId));
    }

    DoorCommand<VariableMap> submitTask(String taskId, Map<String, Object> properties) {
        return DoorCommand.withoutRows(command -> submission.task(command, taskId, properties));
    }

    DoorCommand<ProcessInstance> submitStart(String processDefinitionId, Map<String, Object> properties) {
        return DoorCommand.withoutRows(command -> submission.start(command, processDefinitionId, properties));
    }
}
