package jp.tsunagu.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.tsunagu.form.Refusal;

/**
 * What a module has to say to the forms of certain steps. All of it happens inside the transaction of the submission, after
 * the document itself was stored.
 */
public interface StepHandler {

    /** The steps (ids of user tasks or start forms) it is asked about. */
    Set<String> steps();

    /** Why the act must not happen, beyond the rules written in the form; empty if it may. */
    default List<Refusal> check(Submission submission) {
        return List.of();
    }

    /** Records what the act means: a consent, an agreed version, a decision. */
    default void record(Submission submission) {}

    /** Deciding variables that the server works out and nobody types. Called after {@link #record}. */
    default Map<String, Object> derive(Submission submission) {
        return Map.of();
    }

    /** Why what {@link #record} did can no longer be undone, in Japanese; empty if it can. */
    default Optional<String> stands(Submission done) {
        return Optional.empty();
    }

    /** Undoes what {@link #record} did, because the step is taken back (訂正). Fields and process are gone back already. */
    default void undo(Submission done) {}
}
