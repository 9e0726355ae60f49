package jp.tsunagu.benchmark;

import jp.tsunagu.benchmark.Script.Sent;

/** A place where forms are sent: our application, or an engine that is compared with it. */
interface Desk {

    String name();

    /** Registers a new case and returns its number. */
    String begin(Sent reception);

    /** The open task of a step, as this form's sender finds it, taken by them. */
    String take(String caseNumber, Sent sent);

    /** Reads the form as it opens, for a person who is going to fill it in. */
    void open(String taskId, Sent sent);

    /**
     * Completes the task.
     *
     * @param caseVersion how many forms the case holds
     */
    void send(String taskId, Sent sent, int caseVersion);
}
