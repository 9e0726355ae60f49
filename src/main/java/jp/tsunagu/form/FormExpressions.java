package jp.tsunagu.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;

/** The FEEL expressions of a form, evaluated as the browser does: a name that has no value is null. */
final class FormExpressions {

    /** Far more than all forms together have. */
    static final int MOST_REMEMBERED = 10_000;

    private static final FeelEngineApi FEEL = FeelEngineBuilder.forJava().build();
    /** Parsing costs many times what evaluating does, and a form's conditions are asked again with each submission. */
    private static final Remembered<String, Parsed> PARSED = new Remembered<>(MOST_REMEMBERED);

    /** What a condition says to choices: the library puts all its functions together anew for each evaluation. */
    private static final Remembered<Question, Boolean> ANSWERS = new Remembered<>(MOST_REMEMBERED);

    private static final Pattern IF_EMPTY = Pattern.compile("([\\p{L}\\p{N}_]+) = null or \\1 = \"\"");
    private static final JsonNode WRITTEN = TextNode.valueOf("written");
    private static final Pattern OF_TODAY = Pattern.compile("\\b(now|today|random number)\\s*\\(");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern TEXT = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");
    /** A word that no dot precedes and no bracket follows: the one would make it a part of a value, the other a function. */
    private static final Pattern NAME = Pattern.compile("(?<![\\p{L}\\p{N}_.])[\\p{L}_][\\p{L}\\p{N}_]*+(?!\\s*\\()");

    private static final Set<String> WORDS_OF_FEEL = Set.of(
            "and",
            "or",
            "null",
            "true",
            "false",
            "if",
            "then",
            "else",
            "for",
            "in",
            "return",
            "some",
            "every",
            "satisfies",
            "between");

    private FormExpressions() {}

    static String withoutEquals(String expression) {
        String trimmed = expression.trim();
        return trimmed.startsWith("=") ? trimmed.substring(1).trim() : trimmed;
    }

    /**
     * True if the expression holds over these values. An expression that cannot be evaluated does not hide anything: too
     * much is asked rather than something left unchecked.
     *
     * @param answered what was asked of this document already: its conditions are asked again and again
     */
    static boolean holds(String expression, ObjectNode values, Remembered<Question, Boolean> answered) {
        Parsed parsed = parsed(expression);
        if (parsed.expression().isFailure()) {
            return false;
        }
        List<JsonNode> read = parsed.names().stream()
                .map(name -> orNull(values.path(name)))
                .map(value -> parsed.asksOnlyIfEmpty()
                                && value.isTextual()
                                && !value.textValue().isEmpty()
                        ? WRITTEN
                        : value)
                .toList();
        boolean alwaysTheSame = parsed.timeless() && read.stream().allMatch(FormExpressions::isCode);
        return (alwaysTheSame ? ANSWERS : answered).of(new Question(expression, read), first -> evaluate(parsed, read));
    }

    private static boolean evaluate(Parsed parsed, List<JsonNode> read) {
        Map<String, Object> context = new HashMap<>();
        for (int i = 0; i < read.size(); i++) {
            context.put(parsed.names().get(i), JSON.convertValue(read.get(i), Object.class));
        }
        EvaluationResult result = FEEL.evaluate(parsed.expression().parsedExpression(), context);
        return result.isSuccess() && Boolean.TRUE.equals(result.result());
    }

    /** What was chosen, or that nothing was: never a word or number that a person typed. */
    private static boolean isCode(JsonNode value) {
        return value.isNull()
                || value.isBoolean()
                || (value.isTextual() && Remembered.isCode(value.textValue()))
                || (value.isArray() && allCodes(value));
    }

    private static boolean allCodes(JsonNode list) {
        for (JsonNode member : list) {
            if (!isCode(member)) {
                return false;
            }
        }
        return true;
    }

    /** A condition with the values it reads. */
    record Question(String expression, List<JsonNode> read) {}

    /**
     * An expression as it is evaluated.
     *
     * @param names what it may read
     * @param asksOnlyIfEmpty what is written does not matter, only that something is
     * @param timeless false if the answer may change with the day
     */
    private record Parsed(ParseResult expression, List<String> names, boolean asksOnlyIfEmpty, boolean timeless) {}

    private static Parsed parsed(String expression) {
        return PARSED.of(
                expression,
                text -> new Parsed(
                        FEEL.parseExpression(text),
                        List.copyOf(names(text)),
                        IF_EMPTY.matcher(text).matches(),
                        !OF_TODAY.matcher(text).find()));
    }

    /** The names an expression may read: every word of it, outside of quoted text, that is not FEEL's own. */
    static Set<String> names(String expression) {
        Set<String> names = new LinkedHashSet<>();
        Matcher words = NAME.matcher(TEXT.matcher(expression).replaceAll(" "));
        while (words.find()) {
            names.add(words.group());
        }
        names.removeAll(WORDS_OF_FEEL);
        return names;
    }

    /**
     * What the conditions of some fields read: what stands around them, and over it their own values, of which those that are
     * only shown come from the server. A name that has no value here does not stand for the same name outside.
     */
    static ObjectNode scope(ObjectNode around, List<FormField> fields, JsonNode kept, JsonNode served) {
        ObjectNode scope = JSON.createObjectNode().setAll(around);
        FormSchema.topLevel(fields).filter(FormField::hasValue).forEach(field -> {
            String key = FormSchema.documentKey(field);
            scope.set(key, orNull((field.isAsked() ? kept : served).path(key)));
        });
        return scope;
    }

    private static JsonNode orNull(JsonNode value) {
        return value.isMissingNode() ? NullNode.instance : value;
    }
}
