package jp.tsunagu.procedure;

import java.util.regex.Pattern;

/** Which files of a procedure are texts that the engine does not read: papers with what they share, and the list of variables. */
public final class ProcedureText {

    /** Which variables may decide. */
    public static final String VARIABLES = "processes/variables.yaml";

    /** What all papers look like. */
    public static final String STYLE = "forms/paper.css";

    private static final Pattern PAPER = Pattern.compile("forms/paper[-.][a-z0-9][a-z0-9-]{0,99}\\.html");

    private ProcedureText() {}

    public static boolean isOne(String name) {
        return name.equals(VARIABLES) || isOfPapers(name);
    }

    /** A paper, a piece that several papers share, or their style. */
    public static boolean isOfPapers(String name) {
        return name.equals(STYLE) || PAPER.matcher(name).matches();
    }
}
