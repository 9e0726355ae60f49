package jp.tsunagu.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.tsunagu.form.FormSchema;

/** Where the personal part of every form lives: the case file. The engine itself keeps none of it. */
public interface CaseDocuments {

    /** Opens a new case on a start form and returns its number. */
    String open(Submission submission);

    /**
     * A case that nobody else changes until the transaction ends.
     *
     * @param version of the case now
     */
    record Locked(String caseNumber, int version) {}

    /**
     * Locks the case that an open task belongs to, as {@link #lock} does. Nothing of task and case is remembered from before
     * the lock.
     */
    Optional<Locked> lockOfTask(String taskId);

    /** Makes acts on one case wait for each other until the transaction ends, and returns the case's version. */
    int lock(String caseNumber);

    int version(String caseNumber);

    /** What the case file holds under these names. */
    ObjectNode values(String caseNumber, Set<String> keys);

    /** Which of these fields somebody changed after the given version of the case. */
    List<Change> changesSince(String caseNumber, int version, Set<String> keys);

    /**
     * A field that was changed in between.
     *
     * @param user who changed it
     */
    record Change(String field, String user) {}

    /** Adds a document to the case, with its author, as a new version; nothing is overwritten. Clears the draft. */
    void store(Submission submission, FormSchema form);

    /** What this person typed into this task, start form or page without sending it; empty if nothing. */
    Optional<ObjectNode> draft(String user, String subject);

    /** What somebody sent with this task before it was taken back (訂正) and came again; empty if it did not. */
    Optional<ObjectNode> sentBefore(String taskId);

    /** Remembers which instance of the main process carries the case. */
    void started(String caseNumber, String processInstanceId);

    /** Notes that somebody read or changed a case. */
    void accessed(String user, String caseNumber, String action, String step);

    /** Notes that somebody was shown something of a case beside its forms, unless it is noted that they read it today. */
    void shown(String user, String caseNumber);
}
