package jp.tsunagu.procedure.check;

import java.util.List;

/**
 * What a check found, shown at the element it is about.
 *
 * @param rule which rule; its page of explanation has this name
 * @param severity whether it blocks
 * @param file the diagram, table or form
 * @param element id of the element, field or table row, or null where it is about the whole file
 * @param message what is wrong, and what to do about it, in Japanese
 * @param walk ids of elements: a way through the diagram that shows it, from the start; empty where there is none
 */
public record Finding(String rule, Severity severity, String file, String element, String message, List<String> walk) {

    /** How much it weighs. */
    public enum Severity {
        /** Blocks publishing. */
        ERROR,
        /** Needs a written reason. */
        WARNING
    }

    public Finding {
        walk = List.copyOf(walk);
    }

    public static Finding error(String rule, String file, String element, String message) {
        return new Finding(rule, Severity.ERROR, file, element, message, List.of());
    }

    public static Finding warning(String rule, String file, String element, String message) {
        return new Finding(rule, Severity.WARNING, file, element, message, List.of());
    }

    /** The same, shown by a walk through the diagram. */
    public Finding shownBy(List<String> way) {
        return new Finding(rule, severity, file, element, message, way);
    }

    public boolean blocks() {
        return severity == Severity.ERROR;
    }
}
