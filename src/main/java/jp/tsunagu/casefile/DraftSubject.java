package jp.tsunagu.casefile;

import jp.tsunagu.engine.Submission;

/** What a draft belongs to, as one word. */
final class DraftSubject {

    private static final String TASK = "task:";

    private DraftSubject() {}

    static String ofTask(String taskId) {
        return TASK + taskId;
    }

    /** The task it belongs to; empty for a start form. */
    static String task(String subject) {
        return subject.startsWith(TASK) ? subject.substring(TASK.length()) : "";
    }

    static String ofStart(String form) {
        return "start:" + form;
    }

    static String ofPage(String caseNumber, String page) {
        return "page:" + caseNumber + ":" + page;
    }

    static String ofEvent(String caseNumber, String message) {
        return "event:" + caseNumber + ":" + message;
    }

    /** What was typed for this document before it was sent. */
    static String of(Submission submission) {
        if (submission.taskId() != null) {
            return ofTask(submission.taskId());
        }
        return submission.processInstanceId() == null
                ? ofStart(submission.step())
                : ofEvent(submission.caseNumber(), submission.step());
    }
}
