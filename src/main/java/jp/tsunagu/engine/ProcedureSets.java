package jp.tsunagu.engine;

import java.util.Optional;

/**
 * 手続一式: which version of every diagram, table and form belong together. An instance stays on the set it began on, so
 * that an old case never meets a form of a newer procedure.
 */
public interface ProcedureSets {

    /** What a set is made of. */
    enum Part {
        PROCESS,
        DECISION,
        FORM,
        /** What the engine does not read: a paper, the list of deciding variables. */
        TEXT
    }

    /** The set that new cases begin on. */
    int current();

    /**
     * The version number of a part in a set: the engine's own, except of texts.
     *
     * @throws IllegalStateException if the set does not contain it
     */
    int version(int set, Part part, String key);

    /** How this version of a diagram is drawn at present; empty if as it was deployed. */
    default Optional<byte[]> picture(String processDefinitionId) {
        return Optional.empty();
    }
}
