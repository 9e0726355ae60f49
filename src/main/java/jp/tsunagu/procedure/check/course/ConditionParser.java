package jp.tsunagu.procedure.check.course;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.tsunagu.procedure.check.course.Condition.Always;
import jp.tsunagu.procedure.check.course.Condition.Both;
import jp.tsunagu.procedure.check.course.Condition.Compared;
import jp.tsunagu.procedure.check.course.Condition.Not;
import jp.tsunagu.procedure.check.course.Condition.Open;
import jp.tsunagu.procedure.check.course.Condition.Operand;

/** Reads the part of the expression language that diagrams use for conditions. */
final class ConditionParser {

    private static final Pattern WRAPPED = Pattern.compile("\\s*[$#]\\{(.*)}\\s*", Pattern.DOTALL);
    private static final Pattern TOKEN = Pattern.compile(
            "\\s*(?:(&&|\\|\\||==|!=|>=|<=|[()!<>])|([A-Za-z_]\\w*)|(-?\\d+)|'([^'\\\\]*)'|\"([^\"\\\\]*)\")\\s*");
    private static final Set<String> COMPARISONS = Set.of("==", "!=", ">=", "<=", ">", "<");

    /** Signs and words by which the language writes the same; the rest of it is left open. */
    private static final List<String> WORDS = List.of(
            "and", "or", "not", "eq", "ne", "ge", "le", "gt", "lt", "empty", "null", "div", "mod", "instanceof");

    /** So that nobody can exhaust the reader with parentheses. */
    private static final int DEEPEST = 100;

    private record Token(String text, boolean sign, boolean name) {}

    private static final class NotUnderstoodException extends Exception {

        private static final long serialVersionUID = 1;
    }

    private final String expression;
    private final List<Token> tokens = new ArrayList<>();
    private int next;
    private int depth;

    ConditionParser(String expression) {
        this.expression = expression;
    }

    Condition condition() {
        Matcher wrapped = WRAPPED.matcher(expression);
        if (!wrapped.matches()) {
            return new Open();
        }
        try {
            split(wrapped.group(1));
            Condition read = or();
            return next == tokens.size() ? read : new Open();
        } catch (NotUnderstoodException e) {
            return new Open();
        }
    }

    private void split(String text) throws NotUnderstoodException {
        Matcher token = TOKEN.matcher(text);
        int at = 0;
        while (at < text.length()) {
            if (!token.find(at) || token.start() != at) {
                throw new NotUnderstoodException();
            }
            if (token.group(1) != null) {
                tokens.add(new Token(token.group(1), true, false));
            } else if (token.group(2) != null) {
                tokens.add(word(token.group(2)));
            } else {
                tokens.add(new Token(firstOf(token.group(3), token.group(4), token.group(5)), false, false));
            }
            at = token.end();
        }
    }

    private static Token word(String word) throws NotUnderstoodException {
        if (WORDS.contains(word)) {
            throw new NotUnderstoodException();
        }
        return new Token(word, false, !word.equals("true") && !word.equals("false"));
    }

    private static String firstOf(String... groups) {
        for (String group : groups) {
            if (group != null) {
                return group;
            }
        }
        return "";
    }

    private Condition or() throws NotUnderstoodException {
        Condition left = and();
        while (sign("||")) {
            left = new Both(left, and(), false);
        }
        return left;
    }

    private Condition and() throws NotUnderstoodException {
        Condition left = single();
        while (sign("&&")) {
            left = new Both(left, single(), true);
        }
        return left;
    }

    private Condition single() throws NotUnderstoodException {
        if (++depth > DEEPEST) {
            throw new NotUnderstoodException();
        }
        try {
            if (sign("!")) {
                return new Not(single());
            }
            if (sign("(")) {
                Condition inner = or();
                if (!sign(")")) {
                    throw new NotUnderstoodException();
                }
                return inner;
            }
            return compared();
        } finally {
            depth--;
        }
    }

    private Condition compared() throws NotUnderstoodException {
        Token left = value();
        if (next < tokens.size()
                && tokens.get(next).sign()
                && COMPARISONS.contains(tokens.get(next).text())) {
            String operator = tokens.get(next++).text();
            Token right = value();
            return new Compared(
                    new Operand(left.text(), left.name()), operator, new Operand(right.text(), right.name()));
        }
        return left.name()
                ? new Compared(new Operand(left.text(), true), "==", new Operand("true", false))
                : new Always(left.text().equals("true"));
    }

    private Token value() throws NotUnderstoodException {
        if (next >= tokens.size() || tokens.get(next).sign()) {
            throw new NotUnderstoodException();
        }
        return tokens.get(next++);
    }

    private boolean sign(String sign) {
        if (next < tokens.size()
                && tokens.get(next).sign()
                && tokens.get(next).text().equals(sign)) {
            next++;
            return true;
        }
        return false;
    }
}
