package jp.tsunagu.engine;

import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
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
        // asked through the task, the engine would first look for variables of the task itself, of which there are none
        DelegateExecution instance = task.getExecution();
        return new TaskFacts(
                task.getId(),
                task.getTaskDefinitionKey(),
                task.getProcessInstanceId(),
                (Integer) instance.getVariable(Names.PROCEDURE_SET),
                (String) instance.getVariable(Names.CASE_NUMBER),
                groups,
                ownRole(task, groups),
                task.getAssignee());
    }

    /** The engine keeps candidates without their order; the diagram names first whose work it is. */
    private static String ownRole(DelegateTask task, Set<String> groups) {
        return task.getBpmnModelElementInstance().getCamundaCandidateGroupsList().stream()
                .findFirst()
                .filter(groups::contains)
                .orElse(null);
    }
}
