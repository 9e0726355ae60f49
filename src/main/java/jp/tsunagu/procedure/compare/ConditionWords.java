package jp.tsunagu.procedure.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A condition in words, of a diagram ({@code ${planCheck == 'unsuitable'}}) or a form ({@code =planCheck = "unsuitable"}):
 * 『「適切か」が「適切でない」』. What is written otherwise than with comparisons, and, or, not stands for itself.
 */
final class ConditionWords {

    private static final Pattern TOKENS = Pattern.compile(
            "\\s*('[^'\\\\]*'|\"[^\"\\\\]*\"|[\\p{L}_][\\p{L}\\p{N}_]*|\\d+(?:\\.\\d+)?|&&|\\|\\||[=!<>]=|[=<>!()])\\s*");

    private static final Map<String, String> COMPARISONS =
            Map.of("==", "", "=", "", "!=", "でない", ">=", "以上", "<=", "以下", ">", "より大きい", "<", "より小さい");

    private static final Map<String, String> CONSTANTS = Map.of("true", "はい", "false", "いいえ", "null", "未記入");

    private static final Set<String> RESERVED = Set.of("and", "or", "not", "in", "if", "then", "else");

    private final Words words;
    private final List<String> tokens;
    private int at;

    private ConditionWords(Words words, List<String> tokens) {
        this.words = words;
        this.tokens = tokens;
    }

    static String of(String condition, Words words) {
        return tokens(condition)
                .flatMap(tokens -> new ConditionWords(words, tokens).whole())
                .map(said -> "『" + said + "』")
                .orElse(condition);
    }

    private static Optional<List<String>> tokens(String condition) {
        String inner = condition.strip().replaceFirst("^[$#]\\{(.*)}$", "$1").replaceFirst("^=", "");
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKENS.matcher(inner);
        int end = 0;
        while (matcher.lookingAt()) {
            tokens.add(matcher.group(1));
            end = matcher.end();
            matcher.region(end, inner.length());
        }
        return end == inner.length() && !tokens.isEmpty() ? Optional.of(tokens) : Optional.empty();
    }

    private Optional<String> whole() {
        try {
            String said = alternatives();
            return at == tokens.size() ? Optional.of(said) : Optional.empty();
        } catch (IllegalStateException e) {
            // not one of the simple conditions that have words
            return Optional.empty();
        }
    }

    private String alternatives() {
        List<String> said = new ArrayList<>(List.of(conjunction()));
        while (takes("||", "or")) {
            said.add(conjunction());
        }
        return String.join(" または ", said);
    }

    private String conjunction() {
        List<String> said = new ArrayList<>(List.of(comparison()));
        while (takes("&&", "and")) {
            said.add(comparison());
        }
        return String.join(" かつ ", said);
    }

    private String comparison() {
        if (takes("!", "not")) {
            String said = comparison();
            return said.replaceFirst("^（((?:(?! かつ | または )[^（）])*)）$", "$1") + "ではない";
        }
        if (takes("(")) {
            String inner = "（" + alternatives() + "）";
            expect(")");
            return inner;
        }
        String variable = next();
        if (!variable.matches("[\\p{L}_].*") || RESERVED.contains(variable)) {
            throw new IllegalStateException(variable);
        }
        if (at == tokens.size() || !COMPARISONS.containsKey(tokens.get(at))) {
            return CONSTANTS.containsKey(variable) ? constant(variable) : words.variable(variable) + "がはい";
        }
        String sign = COMPARISONS.get(next());
        String value = operand(variable);
        String blank = value.startsWith("「") ? "" : " ";
        return words.variable(variable) + "が" + blank + value + sign;
    }

    private static String constant(String name) {
        return name.equals("true") ? "いつも" : CONSTANTS.get(name);
    }

    private String operand(String variable) {
        String token = next();
        if (token.matches("['\"].*")) {
            String text = token.substring(1, token.length() - 1);
            return text.isEmpty() ? "空" : words.value(variable, text);
        }
        if (token.matches("\\d.*")) {
            return token;
        }
        if (token.matches("[\\p{L}_].*") && !RESERVED.contains(token)) {
            return CONSTANTS.containsKey(token) ? CONSTANTS.get(token) : words.variable(token);
        }
        throw new IllegalStateException(token);
    }

    private boolean takes(String... options) {
        if (at < tokens.size() && List.of(options).contains(tokens.get(at))) {
            at++;
            return true;
        }
        return false;
    }

    private void expect(String token) {
        if (!takes(token)) {
            throw new IllegalStateException(token);
        }
    }

    private String next() {
        if (at == tokens.size()) {
            throw new IllegalStateException("unfinished");
        }
        return tokens.get(at++);
    }
}
