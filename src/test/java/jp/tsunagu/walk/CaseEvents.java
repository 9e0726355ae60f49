package jp.tsunagu.walk;

import java.util.List;

/** The messages that staff can raise on a case at any time; the walk raises them by chance. */
interface CaseEvents {

    /** Their names; empty where there are none. */
    List<String> messages();

    /**
     * Raises one, filled in by chance.
     *
     * @param key sent twice, it acts once
     */
    Outcome raise(String caseNumber, String message, String user, String key, Worker.Manner manner);
}
