package jp.tsunagu.casefile;

/** What a draft belongs to, as one word. */
final class DraftSubject {

    private DraftSubject() {}

    static String ofTask(String taskId) {
        return "task:" + taskId;
    }

    static String ofStart(String form) {
        return "start:" + form;
    }
}
