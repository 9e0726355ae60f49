package jp.tsunagu.engine;

import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.task.IdentityLink;

/** Reads from a task what {@link TaskGate} decides on. */
final class TaskFactsReader {

    private TaskFactsReader() {}

    static TaskFacts read(DelegateTask task) {
        Set<String> groups = task.getCandidates().stream()
                .map(IdentityLink::getGroupId)
                .filter(group -> group != null)
                .collect(Collectors.toSet());
        return new TaskFacts(
                task.getId(),
                task.getTaskDefinitionKey(),
                task.getProcessInstanceId(),
                (Integer) task.getVariable(Names.PROCEDURE_SET),
                (String) task.getVariable(Names.CASE_NUMBER),
                groups,
                task.getAssignee());
    }
}
