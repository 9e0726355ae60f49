package jp.tsunagu.engine;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * 制限ケース (EV8): cases that only named persons may know of. Asked by the engine's lists and checks, so that Tasklist, REST and
 * our pages hide the same; known to a room above.
 */
public interface NamedOnly {

    /** True if only named persons may know of this case. */
    boolean isRestricted(String caseNumber);

    /** True if this person must not know of it. */
    boolean isHiddenFrom(String user, String caseNumber);

    /** The restricted cases that this person is named in. */
    List<String> openTo(String user);

    /** All of them. */
    List<String> all();

    /** Those that were restricted at any time between the two, also if they are no longer: what was done then is asked about later. */
    List<String> between(OffsetDateTime from, OffsetDateTime to);
}
