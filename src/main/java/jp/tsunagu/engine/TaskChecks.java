package jp.tsunagu.engine;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.cfg.auth.AuthorizationCommandChecker;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.HistoricJobLogEventEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/**
 * What a person may do with one task, decided by who has it and whose work it is. There are no authorization rows per
 * task: they grow with the square of the office and outlive the work they were made for.
 */
class TaskChecks extends AuthorizationCommandChecker {

    private final Supplier<TaskGate> gate;

    TaskChecks(Supplier<TaskGate> gate) {
        this.gate = gate;
    }

    @Override
    public void checkReadTask(TaskEntity task) {
        acting().ifPresent(person -> {
            if (isHidden(person, task) || !isMine(person, task) && !oversees(person, task)) {
                throw notYours();
            }
        });
    }

    @Override
    public void checkTaskWork(TaskEntity task) {
        acting().ifPresent(person -> {
            if (isHidden(person, task) || !isMine(person, task)) {
                throw notYours();
            }
        });
    }

    @Override
    public void checkTaskAssign(TaskEntity task) {
        acting().ifPresent(person -> {
            boolean own = person.getUserId().equals(task.getAssignee());
            if (isHidden(person, task) || !own && !gate.get().mayReassign(groups(person), candidateGroups(task))) {
                throw notYours();
            }
        });
    }

    @Override
    public void checkReadProcessInstance(ExecutionEntity execution) {
        super.checkReadProcessInstance(execution);
        refuseHidden(execution.getTenantId());
    }

    @Override
    public void checkReadProcessInstanceVariable(ExecutionEntity execution) {
        super.checkReadProcessInstanceVariable(execution);
        refuseHidden(execution.getTenantId());
    }

    @Override
    public void checkReadJob(JobEntity job) {
        super.checkReadJob(job);
        refuseHidden(job.getTenantId());
    }

    @Override
    public void checkReadHistoricJobLog(HistoricJobLogEventEntity line) {
        super.checkReadHistoricJobLog(line);
        refuseHidden(line.getTenantId());
    }

    @Override
    public void checkReadTaskVariable(TaskEntity task) {
        checkReadTask(task);
    }

    @Override
    public void checkUpdateTaskVariable(TaskEntity task) {
        refuse();
    }

    @Override
    public void checkCreateTask(TaskEntity task) {
        refuse();
    }

    @Override
    public void checkCreateTask() {
        refuse();
    }

    @Override
    public void checkDeleteTask(TaskEntity task) {
        refuse();
    }

    private static void refuse() {
        acting().ifPresent(person -> {
            throw notYours();
        });
    }

    /** The person on whose behalf the engine acts; empty for jobs and for our own code, which checks for itself. */
    private static Optional<Authentication> acting() {
        CommandContext command = Context.getCommandContext();
        return command.isAuthorizationCheckEnabled()
                ? Optional.ofNullable(command.getAuthentication())
                : Optional.empty();
    }

    private static boolean isMine(Authentication person, TaskEntity task) {
        return task.getAssignee() == null
                ? candidateGroups(task).stream().anyMatch(groups(person)::contains)
                : task.getAssignee().equals(person.getUserId());
    }

    /** A task without a mark is of no restricted case, and nothing more is asked. */
    private boolean isHidden(Authentication person, TaskEntity task) {
        return isHidden(person, task.getTenantId());
    }

    private void refuseHidden(String mark) {
        acting().filter(person -> isHidden(person, mark)).ifPresent(person -> {
            throw notYours();
        });
    }

    private boolean isHidden(Authentication person, String mark) {
        return mark != null
                && !RestrictedMark.seenBy(gate.get().restricted(), person.getUserId(), Set.copyOf(groups(person)))
                        .contains(mark);
    }

    private boolean oversees(Authentication person, TaskEntity task) {
        Set<String> overseen = gate.get().overseenGroups(groups(person));
        return candidateGroups(task).stream().anyMatch(overseen::contains);
    }

    private static Collection<String> groups(Authentication person) {
        return person.getGroupIds() == null ? Set.of() : person.getGroupIds();
    }

    private static Set<String> candidateGroups(TaskEntity task) {
        Set<String> groups = new TreeSet<>();
        task.getCandidates().forEach(link -> {
            if (link.getGroupId() != null) {
                groups.add(link.getGroupId());
            }
        });
        return groups;
    }

    private static AuthorizationException notYours() {
        return new AuthorizationException("このタスクは、あなたの担当でも、あなたの係のものでもありません。");
    }
}
