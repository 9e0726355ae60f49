package jp.tsunagu.engine.guard;

/**
 * Something that may not be in a file of a procedure.
 *
 * @param element id of the nearest element that has one; null if there is none
 * @param line of the file, from 1; 0 if it is of no line
 * @param reason in Japanese, for whoever drew it
 */
public record Refused(String element, int line, String reason) {

    static Refused ofFile(String reason) {
        return new Refused(null, 0, reason);
    }

    /** The reason with the place. */
    public String text() {
        return element == null ? reason : "「" + element + "」: " + reason;
    }
}
