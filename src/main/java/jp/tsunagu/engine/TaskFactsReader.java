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
                task.getExecution().getProcessBusinessKey(),
                groups,
                ownRole(task, groups),
                task.getAssignee());
    }

    static int procedureSet(DelegateTask task) {
        return (Integer) task.getExecution().getVariable(Names.PROCEDURE_SET);
    }

    /** The engine keeps candidates without their order; the diagram names first whose work it is. */
    private static String ownRole(DelegateTask task, Set<String> groups) {
        return task.getBpmnModelElementInstance().getCamundaCandidateGroupsList().stream()
                .findFirst()
                .filter(groups::contains)
                .orElse(null);
    }
}
