package jp.tsunagu.procedure.check.ward;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the engine's expressions as far as the rules need it. */
final class Expressions {

    /** No condition that people can read is as long. */
    private static final int LONGEST = 1_000;

    private static final Pattern TOKENS = Pattern.compile(
            "'(?:\\\\.|[^'\\\\])*'|\"(?:\\\\.|[^\"\\\\])*\"|[\\p{L}_][\\p{L}\\p{N}_]*|[=!<>]=|&&|\\|\\||\\S");

    private static final Set<String> WORDS = Set.of(
            "true",
            "false",
            "null",
            "and",
            "or",
            "not",
            "eq",
            "ne",
            "lt",
            "gt",
            "le",
            "ge",
            "div",
            "mod",
            "empty",
            "instanceof");

    private static final Set<String> EQUALITIES = Set.of("==", "!=", "eq", "ne");

    /** Given by the engine, not kept as process variables. */
    private static final Set<String> GIVEN = Set.of(
            "execution", "task", "loopCounter", "nrOfInstances", "nrOfActiveInstances", "nrOfCompletedInstances");

    private static final Pattern BY_NAME =
            Pattern.compile("\\b(?:get|set|has|remove)Variable(?:Local)?\\(\\s*['\"]([^'\"]+)['\"]");

    private static final Pattern WHOLE = Pattern.compile("\\s*[$#]\\{[^{}]*}\\s*", Pattern.DOTALL);
    private static final Pattern PARTS = Pattern.compile("[$#]\\{([^{}]*)}");
    private static final Pattern CALL =
            Pattern.compile("(?<![\\w.])(\\w+)\\.(\\w+)\\(\\s*((?:execution|caseNumber|true|false|'[^'\\\\]*')?"
                    + "(?:\\s*,\\s*(?:execution|caseNumber|true|false|'[^'\\\\]*'))*)\\s*\\)(?!\\s*[.\\[(])");
    private static final Pattern PLAIN = Pattern.compile(
            "(?:\\s|'[^'\\\\]*'|\"[^\"\\\\]*\"|[\\p{L}_][\\p{L}\\p{N}_]*+(?!\\s*[.(\\[])|\\d+(?:\\.\\d+)?|[=!<>]=|&&|\\|\\||[<>!()+*/-]"
                    + "|\\b(?:and|or|not|empty)\\s*\\()*+");

    private Expressions() {}

    /** A comparison of a variable with a quoted text, in either order. */
    record Comparison(String variable, String constant) {}

    static boolean isExpression(String text) {
        return WHOLE.matcher(text).matches();
    }

    static boolean hasExpression(String text) {
        return text.contains("${") || text.contains("#{");
    }

    /** Names of the variables. {@code deadlines.due(execution)} calls a part: no variable. */
    static Set<String> variables(String text) {
        List<String> tokens = tokens(text);
        Set<String> named = new LinkedHashSet<>();
        for (int at = 0; at < tokens.size(); at++) {
            if (isVariable(tokens, at)) {
                named.add(tokens.get(at));
            }
        }
        named.addAll(variablesByName(text));
        return named;
    }

    /** Names given to the engine as text: {@code execution.setVariable('applied', true)}. */
    static List<String> variablesByName(String text) {
        return BY_NAME.matcher(text).results().map(match -> match.group(1)).toList();
    }

    static List<Comparison> comparisons(String text) {
        List<String> tokens = tokens(text);
        List<Comparison> found = new ArrayList<>();
        for (int at = 1; at < tokens.size() - 1; at++) {
            if (EQUALITIES.contains(tokens.get(at))) {
                String constant = Stream.of(tokens.get(at - 1), tokens.get(at + 1))
                        .filter(Expressions::isText)
                        .findFirst()
                        .orElse(null);
                int variable = isVariable(tokens, at - 1) ? at - 1 : at + 1;
                if (constant != null && isVariable(tokens, variable)) {
                    found.add(new Comparison(tokens.get(variable), constant.substring(1, constant.length() - 1)));
                }
            }
        }
        return found;
    }

    /** What an expression does beyond comparing variables and calling known parts; empty if nothing. */
    static List<String> unknown(String text) {
        if (text.length() > LONGEST) {
            return List.of(text.substring(0, LONGEST));
        }
        List<String> unknown = new ArrayList<>();
        String outside = PARTS.matcher(text).replaceAll(part -> "");
        if (hasExpression(outside)) {
            unknown.add(text);
        }
        PARTS.matcher(text).results().map(part -> part.group(1)).forEach(part -> {
            List<String> refused = CALL.matcher(part)
                    .results()
                    .filter(call -> !KnownParts.LIST.allowsCall(call.group(1), call.group(2)))
                    .map(MatchResult::group)
                    .toList();
            unknown.addAll(refused);
            String rest = CALL.matcher(part).replaceAll(" true ");
            for (String property : KnownParts.LIST.properties()) {
                rest = rest.replaceAll("(?<![\\w.])" + Pattern.quote(property) + "(?!\\s*[\\w.(\\[])", " true ");
            }
            if (refused.isEmpty() && !PLAIN.matcher(rest).matches()) {
                unknown.add(part);
            }
        });
        return unknown;
    }

    private static List<String> tokens(String text) {
        String some = text.substring(0, Math.min(text.length(), LONGEST));
        String inner = some.replaceAll("^\\s*[$#]\\{|}\\s*$", "");
        return TOKENS.matcher(inner).results().map(MatchResult::group).toList();
    }

    private static boolean isVariable(List<String> tokens, int at) {
        String token = tokens.get(at);
        return token.matches("[\\p{L}_].*")
                && !WORDS.contains(token)
                && !GIVEN.contains(token)
                && !at(tokens, at - 1).equals(".")
                && !at(tokens, at + 1).equals("(")
                && !(at(tokens, at + 1).equals(".") && at(tokens, at + 3).equals("("));
    }

    private static String at(List<String> tokens, int at) {
        return at >= 0 && at < tokens.size() ? tokens.get(at) : "";
    }

    private static boolean isText(String token) {
        return token.matches("(?s)['\"].*");
    }
}
