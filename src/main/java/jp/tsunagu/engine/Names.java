package jp.tsunagu.engine;

/** Names of process variables that the program itself reads or writes. Deciding variables are data: variables.yaml. */
public final class Names {

    /** The case number, e.g. {@code R8-00042}; also the business key. It identifies nobody. */
    public static final String CASE_NUMBER = "caseNumber";

    /** Number of the procedure set an instance runs on. */
    public static final String PROCEDURE_SET = "procedureSet";

    /** The date of the last act that moved the case: deadlines count from the act, not from its entry. */
    public static final String ACT_DATE = "actDate";

    /** The one variable of a form's answer and of its submission. */
    public static final String FORM_DOCUMENT = "formDocument";

    /** The instance that waits for the result of another one. */
    public static final String WAITING_INSTANCE = "waitingInstance";

    private Names() {}
}
