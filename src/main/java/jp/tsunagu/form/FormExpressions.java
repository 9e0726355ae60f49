package jp.tsunagu.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;

/** The FEEL expressions of a form, evaluated as the browser does: a name that has no value is null. */
final class FormExpressions {

    private static final FeelEngineApi FEEL = FeelEngineBuilder.forJava().build();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern TEXT = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");
    private static final Pattern NAME = Pattern.compile("(?<![\\p{L}\\p{N}_.])[\\p{L}_][\\p{L}\\p{N}_]*");

    private FormExpressions() {}

    static String withoutEquals(String expression) {
        String trimmed = expression.trim();
        return trimmed.startsWith("=") ? trimmed.substring(1).trim() : trimmed;
    }

    /**
     * True if the expression holds over these values. An expression that cannot be evaluated does not hide anything: too
     * much is asked rather than something left unchecked.
     */
    static boolean holds(String expression, ObjectNode values) {
        @SuppressWarnings("unchecked")
        Map<String, Object> context = JSON.convertValue(values, Map.class);
        EvaluationResult result = FEEL.evaluateExpression(expression, context);
        return result.isSuccess() && Boolean.TRUE.equals(result.result());
    }

    /** The names an expression may read: every word outside of quoted text that no dot precedes. */
    static Set<String> names(String expression) {
        Set<String> names = new LinkedHashSet<>();
        Matcher words = NAME.matcher(TEXT.matcher(expression).replaceAll(" "));
        while (words.find()) {
            names.add(words.group());
        }
        return names;
    }

    static ObjectNode merged(JsonNode outer, JsonNode inner) {
        ObjectNode merged = JSON.createObjectNode();
        outer.fields().forEachRemaining(entry -> merged.set(entry.getKey(), entry.getValue()));
        inner.fields().forEachRemaining(entry -> merged.set(entry.getKey(), entry.getValue()));
        return merged;
    }
}
