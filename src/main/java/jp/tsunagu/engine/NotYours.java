package jp.tsunagu.engine;

import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What somebody reads who opens a task that is not theirs: who has it, and what they can do about it. */
@Component
class NotYours {

    private static final String TAKE_IT = "まず担当してください。担当すると、内容が表示されます。";
    private static final String NOBODY_HAS_IT = "この仕事には、まだ担当者がいません。";
    private static final String REASSIGN = "担当を変えるときは、上の担当者名を押して、新しい担当者の利用者IDを入れます。";

    private final TaskGate gate;
    private final Members members;

    NotYours(TaskGate gate, Members members) {
        this.gate = gate;
        this.members = members;
    }

    /**
     * A notice.
     *
     * @param mayTake true if taking the task would succeed
     */
    record Notice(String text, boolean mayTake) {}

    Notice of(String user, TaskFacts task) {
        Set<String> groups = members.groupsOf(user);
        Optional<String> refused = gate.refuseAssignee(user, task);
        boolean candidate = task.candidateGroups().stream().anyMatch(groups::contains);
        if (task.assignee() == null && candidate) {
            return refused.map(reason -> new Notice(reason, false)).orElseGet(() -> new Notice(TAKE_IT, true));
        }
        if (task.assignee() == null) {
            return new Notice(NOBODY_HAS_IT, false);
        }
        String who = "この仕事は " + members.nameOf(task.assignee()) + " さんが担当しています。";
        return new Notice(mayReassign(user, task) ? who + REASSIGN : who, false);
    }

    /** True if this person may give the task to somebody else; Tasklist offers it to everybody. */
    boolean mayReassign(String user, TaskFacts task) {
        return gate.mayReassign(members.groupsOf(user), task.candidateGroups());
    }
}
