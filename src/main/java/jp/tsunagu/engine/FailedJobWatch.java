package jp.tsunagu.engine;

/** Told when a job is given up and when it runs again. Implemented by the module {@code work}, which tells somebody. */
public interface FailedJobWatch {

    /**
     * No retry is left: from now on a person has to look.
     *
     * @param caseNumber the case it belongs to; null for a job of the engine itself
     * @param step the element of the diagram
     */
    void givenUp(String jobId, String caseNumber, String step);

    /** Somebody gave it retries again, it has run, or what it belonged to is gone. */
    void settled(String jobId);
}
