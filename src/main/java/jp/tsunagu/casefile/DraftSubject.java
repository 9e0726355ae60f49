package jp.tsunagu.casefile;

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
}
