package jp.tsunagu.engine;

import java.util.Optional;

/** What the case work says to a message that staff raise on a running case. Implemented outside of this room. */
public interface MessageRules {

    /** Why this person must not speak for this case; empty if they may. */
    Optional<String> refusePerson(String user, String caseNumber, String message);

    /**
     * Why this cannot have happened to the case as it stands; empty if it can. To somebody who must not know of the case it says
     * nothing of how it stands.
     */
    Optional<String> refuseState(String user, String caseNumber, String message);

    /** True if this person sees what the case file holds; others report without reading. */
    boolean mayRead(String user, String caseNumber);

    /**
     * Remembers that this was raised.
     *
     * @param key chosen by the sender; the same key is the same act, however often it arrives
     * @return false if it was raised before
     */
    boolean remember(String user, String caseNumber, String message, String key);

    /** The instance that carries the case; empty if the case is over or unknown. */
    Optional<String> mainInstance(String caseNumber);
}
