package jp.tsunagu.walk;

/** The messages that staff can raise on a case at any time; the walk raises them by chance. */
interface CaseEvents {

    /** One of their names. */
    String any(Dice dice);

    /**
     * Raises one, filled in by chance.
     *
     * @param twice whether it arrives a second time, under the same key
     */
    Outcome raise(String caseNumber, String message, String user, Worker.Manner manner, boolean twice);
}
