package jp.tsunagu.engine;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/** Who may work on which task. Implemented by the module {@code work}; the engine asks before it lets anybody in. */
public interface TaskGate {

    /** Which cases only named persons may know of. */
    NamedOnly restricted();

    /** Groups whose tasks a member of {@code ownGroups} sees in the list even when somebody else has them. */
    Set<String> overseenGroups(Collection<String> ownGroups);

    /** Why {@code assignee} must not have this task, in Japanese; empty if they may. */
    Optional<String> refuseAssignee(String assignee, TaskFacts task);

    /**
     * Why this person must not do what they are about to do with a task they have; empty if they may. Asked at the form door,
     * whoever the diagram gave the task to.
     *
     * @param answered the names of what the form answers
     */
    Optional<String> refuseAct(String user, TaskFacts task, Set<String> answered);

    /** True if this person may give tasks of these groups to others. */
    boolean mayReassign(Collection<String> ownGroups, Set<String> candidateGroups);

    /** The person the task goes to at once, because the case is theirs in the task's own role; empty if the group picks it up. */
    Optional<String> route(TaskFacts task);

    /** Somebody has taken the task: if it is work of their own role, it is their case from now on. */
    void taken(String assignee, TaskFacts task);
}
