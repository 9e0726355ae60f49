package jp.tsunagu.engine;

import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.function.BinaryOperator;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** What happens to all open tasks of a case at once: they wait, go on, or change hands. */
@Component
public class CaseTasks {

    private final ProcessEngine engine;
    private final InternalActs acts;

    CaseTasks(@Lazy ProcessEngine engine, InternalActs acts) {
        this.engine = engine;
        this.acts = acts;
    }

    /**
     * Puts the open tasks of these processes off: they keep their due date and are looked at again on a day.
     *
     * @param again null takes the follow-up date away
     */
    public void followUpOn(String caseNumber, Set<String> processKeys, Date again) {
        acts.perform("再確認日 " + caseNumber, () -> {
            open(caseNumber, processKeys).forEach(task -> {
                task.setFollowUpDate(again);
                tasks().saveTask(task);
            });
            return null;
        });
    }

    /**
     * Moves the due dates of the open tasks of these processes.
     *
     * @param move from when the task was created and its due date to the new one
     */
    public void moveDueDates(String caseNumber, Set<String> processKeys, BinaryOperator<Date> move) {
        acts.perform("期限 " + caseNumber, () -> {
            open(caseNumber, processKeys).stream()
                    .filter(task -> task.getDueDate() != null)
                    .forEach(task -> {
                        task.setDueDate(move.apply(task.getCreateTime(), task.getDueDate()));
                        tasks().saveTask(task);
                    });
            return null;
        });
    }

    /** One open task is looked at again on a day. */
    public void followUpOn(String taskId, Date again) {
        acts.perform("再確認日", () -> {
            Task task = tasks().createTaskQuery().taskId(taskId).singleResult();
            task.setFollowUpDate(again);
            tasks().saveTask(task);
            return null;
        });
    }

    /** Gives every open task of the case that one person has in this role to another. */
    public void handOver(String caseNumber, String role, String from, String to) {
        acts.perform("引継ぎ " + caseNumber, () -> {
            tasks().createTaskQuery()
                    .processInstanceBusinessKey(caseNumber)
                    .taskAssignee(from)
                    .taskCandidateGroup(role)
                    .includeAssignedTasks()
                    .list()
                    .forEach(task -> tasks().setAssignee(task.getId(), to));
            return null;
        });
    }

    /** Gives one task to somebody, held against the rules of who may have it. */
    public void give(String taskId, String user) {
        acts.perform("担当を決める", () -> {
            tasks().setAssignee(taskId, user);
            return null;
        });
    }

    /** Gives one task back to its group, because whoever had it is gone. */
    public void release(String taskId) {
        acts.perform("担当を外す", () -> {
            tasks().setAssignee(taskId, null);
            return null;
        });
    }

    private List<Task> open(String caseNumber, Set<String> processKeys) {
        return tasks().createTaskQuery()
                .processInstanceBusinessKey(caseNumber)
                .processDefinitionKeyIn(processKeys.toArray(String[]::new))
                .list();
    }

    private TaskService tasks() {
        return engine.getTaskService();
    }
}
