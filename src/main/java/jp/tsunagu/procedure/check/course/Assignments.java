package jp.tsunagu.procedure.check.course;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.tsunagu.procedure.check.course.Node.Assignment;

/** Reads {@code ${execution.setVariable('name', value)}}. */
final class Assignments {

    private static final Pattern SET = Pattern.compile(
            "\\s*[$#]\\{\\s*execution\\.setVariable\\(\\s*['\"](\\w+)['\"]\\s*,\\s*(.*?)\\s*\\)\\s*}\\s*",
            Pattern.DOTALL);
    private static final Pattern PLAIN = Pattern.compile("true|false|-?\\d+|'[^']*'|\"[^\"]*\"");

    private Assignments() {}

    /** Empty if it sets nothing. */
    static Optional<Assignment> in(String expression) {
        Matcher set = SET.matcher(expression);
        if (!set.matches()) {
            return Optional.empty();
        }
        String value = set.group(2);
        boolean plain = PLAIN.matcher(value).matches();
        return Optional.of(new Assignment(set.group(1), plain ? value.replaceAll("^['\"]|['\"]$", "") : null));
    }
}
