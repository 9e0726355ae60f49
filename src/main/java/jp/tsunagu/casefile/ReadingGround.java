package jp.tsunagu.casefile;

import java.util.Collection;
import java.util.Set;

/**
 * A further reason for which somebody may read a case, known to a room above: a letter that they have in hand, a plan that was
 * submitted to them, a reason that they gave. It opens a case for reading and never for writing, and no restricted case.
 */
public interface ReadingGround {

    /**
     * Those of these cases that this person may read for it.
     *
     * @param groups the person's groups
     */
    Set<String> among(String user, Set<String> groups, Collection<String> caseNumbers);

    /** True if the case has come to this person by their work; false if they only look into it. */
    default boolean isOfWork() {
        return true;
    }
}
