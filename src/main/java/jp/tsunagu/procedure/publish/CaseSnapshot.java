package jp.tsunagu.procedure.publish;

import java.time.OffsetDateTime;
import java.util.List;

/** Everything that is under way in a case at one moment, as the engine's tables have it. No data of a person is in it. */
record CaseSnapshot(
        List<Instance> instances, List<Place> places, List<Task> tasks, List<Timer> timers, List<Awaited> awaited) {

    /**
     * A running process of the case: the main one, one it has called, or one beside it.
     *
     * @param definition its version of the diagram
     * @param calledBy the instance that called it, or null
     * @param set the procedure set it runs on, or null
     */
    record Instance(String id, String process, String definition, String calledBy, Integer set) {}

    /** Where a token stands. */
    record Place(String instance, String at) {}

    record Task(
            String id,
            String instance,
            String step,
            String assignee,
            String owner,
            OffsetDateTime due,
            OffsetDateTime followUp,
            int priority,
            String candidates) {}

    /** Something that the engine does later: on a day, or as soon as it can. */
    record Timer(String id, String instance, String at, String kind, OffsetDateTime due, int retries) {}

    /** A message that is waited for. */
    record Awaited(String instance, String at, String kind, String name) {}

    boolean isIn(int set) {
        return instances.stream().allMatch(one -> one.set() != null && one.set() == set);
    }
}
