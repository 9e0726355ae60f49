package jp.tsunagu.engine;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import jp.tsunagu.form.Refusal;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/**
 * Built into every user task: a new task is given its dates and goes to the person whose case it is; a task that changes hands is held against
 * the rules of who may have it; a task that ends outside the form door is refused.
 */
class WorkListener implements TaskListener {

    private final Supplier<TaskGate> gate;
    private final Supplier<Members> members;
    private final Supplier<TaskWatch> watch;

    WorkListener(Supplier<TaskGate> gate, Supplier<Members> members, Supplier<TaskWatch> watch) {
        this.gate = gate;
        this.members = members;
        this.watch = watch;
    }

    @Override
    public void notify(DelegateTask task) {
        switch (task.getEventName()) {
            case EVENTNAME_CREATE -> begun(task);
            case EVENTNAME_ASSIGNMENT -> assigned(TaskFactsReader.read(task));
            case EVENTNAME_COMPLETE -> refuseSideDoor();
            default -> throw new IllegalStateException(task.getEventName());
        }
    }

    private void begun(DelegateTask task) {
        TaskFacts facts = TaskFactsReader.read(task);
        if (task instanceof TaskEntity marked) {
            RestrictedMark.ofTask(marked.getTenantId(), facts.candidateGroups()).ifPresent(marked::setTenantId);
        }
        watch.get().begun(facts, task.getExecution(), task.getDueDate());
        gate.get().route(facts).ifPresent(task::setAssignee);
    }

    private void assigned(TaskFacts task) {
        if (task.assignee() == null) {
            return;
        }
        Optional<String> reason = refuseGiver(task).or(() -> gate.get().refuseAssignee(task.assignee(), task));
        if (reason.isPresent()) {
            throw new RefusedException(List.of(Refusal.ofAct(reason.get())));
        }
        gate.get().taken(task.assignee(), task);
    }

    /** A person takes a task for themselves; only who may reassign gives it to somebody else. */
    private Optional<String> refuseGiver(TaskFacts task) {
        Authentication giver = Context.getCommandContext().getAuthentication();
        if (giver == null || Door.isOpen() || giver.getUserId().equals(task.assignee())) {
            return Optional.empty();
        }
        Collection<String> groups = members.get().groupsOf(giver.getUserId());
        return gate.get().mayReassign(groups, task.candidateGroups())
                ? Optional.empty()
                : Optional.of("ほかの人へ担当を割り当てられるのは主任相談支援員です。");
    }

    private static void refuseSideDoor() {
        if (!Door.isOpen()) {
            throw SideDoorException.to("完了");
        }
    }
}
