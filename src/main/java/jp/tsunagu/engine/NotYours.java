package jp.tsunagu.engine;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What somebody reads who opens a task that is not theirs: who has it, and what they can do about it. */
@Component
class NotYours {

    private static final String TAKE_IT = "まず担当してください。担当すると、内容が表示されます。";
    private static final String NOBODY_HAS_IT = "この仕事には、まだ担当者がいません。";
    private static final String ASSIGN = "担当する人を選んで、「担当を決める」を押します。";

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
     * @param colleagues whom the reader may give the task to
     */
    record Notice(String text, boolean mayTake, List<Colleague> colleagues) {}

    record Colleague(String id, String name) {}

    Notice of(String user, TaskFacts task) {
        Set<String> groups = members.groupsOf(user);
        boolean candidate = task.candidateGroups().stream().anyMatch(groups::contains);
        List<Colleague> colleagues = gate.mayReassign(groups, task.candidateGroups()) ? colleagues(task) : List.of();
        if (task.assignee() == null && candidate) {
            return gate.refuseAssignee(user, task)
                    .map(reason -> new Notice(reason, false, colleagues))
                    .orElseGet(() -> new Notice(TAKE_IT, true, colleagues));
        }
        String who =
                task.assignee() == null ? NOBODY_HAS_IT : "この仕事は " + members.nameOf(task.assignee()) + " さんが担当しています。";
        return new Notice(colleagues.isEmpty() ? who : who + ASSIGN, false, colleagues);
    }

    private List<Colleague> colleagues(TaskFacts task) {
        return task.candidateGroups().stream()
                .flatMap(group -> members.membersOf(group).stream())
                .distinct()
                .filter(person -> !person.equals(task.assignee()))
                .filter(person -> gate.refuseAssignee(person, task).isEmpty())
                .map(person -> new Colleague(person, members.nameOf(person)))
                .toList();
    }

    /** True if this person may give the task to somebody else; Tasklist offers it to everybody. */
    boolean mayReassign(String user, TaskFacts task) {
        return gate.mayReassign(members.groupsOf(user), task.candidateGroups());
    }
}
