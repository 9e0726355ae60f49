package jp.tsunagu.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Right answers to one field, whatever its type. */
final class RandomAnswers {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** Texts for fields with a pattern: at least one of them fits every pattern a form of ours has. */
    private static final List<String> PATTERNED =
            List.of("ためしの かずま", "03-1234-5678", "105-8511", "14:30", "name@example.jp");

    private static final LocalDate FIRST_DAY = LocalDate.of(1930, 1, 1);
    private static final int DAYS = 40_000;

    private final ObjectNode served;

    RandomAnswers(ObjectNode served) {
        this.served = served;
    }

    Arbitrary<JsonNode> to(FormField field) {
        return switch (field.type()) {
            case "number" ->
                Arbitraries.longs()
                        .between(
                                field.rules().path("min").asLong(),
                                field.rules().path("max").asLong(Integer.MAX_VALUE))
                        .map(JSON::numberNode);
            case "checkbox" ->
                Arbitraries.of(true, false)
                        .filter(ticked -> ticked || !isRequired(field))
                        .map(JSON::booleanNode);
            case "radio", "select" -> Arbitraries.of(choices(field, served));
            case "checklist", "taglist" ->
                Arbitraries.subsetOf(choices(field, served))
                        .filter(chosen -> !chosen.isEmpty() || !isRequired(field))
                        .map(RandomAnswers::array);
            case "datetime" -> Arbitraries.integers().between(0, DAYS).map(offset -> day(field, offset));
            default -> text(field);
        };
    }

    private static boolean isRequired(FormField field) {
        return field.rules().path("required").asBoolean();
    }

    static List<JsonNode> choices(FormField field, ObjectNode served) {
        return List.copyOf(Choices.of(field, served));
    }

    /** Texts for a field with a pattern; also right where there is none. */
    static List<JsonNode> patterned(FormField field) {
        return PATTERNED.stream()
                .<JsonNode>map(TextNode::valueOf)
                .filter(text ->
                        new TextCheck().reason(field, text, JSON.objectNode()).isEmpty())
                .toList();
    }

    private static JsonNode array(Collection<JsonNode> values) {
        ArrayNode array = JSON.arrayNode();
        values.forEach(array::add);
        return array;
    }

    private static JsonNode day(FormField field, int offset) {
        String time = field.json().path("subtype").asText().equals("datetime") ? "T09:30" : "";
        return TextNode.valueOf(FIRST_DAY.plusDays(offset) + time);
    }

    private static Arbitrary<JsonNode> text(FormField field) {
        boolean anyText = !field.rules().has("pattern") && !field.rules().has("validationType");
        if (anyText) {
            int shortest = Math.max(1, field.rules().path("minLength").asInt());
            return Arbitraries.strings()
                    .withChars("あ亜アａa1 　。")
                    .ofMinLength(shortest)
                    .ofMaxLength(Math.min(
                            2 * shortest + 20, field.rules().path("maxLength").asInt(TextCheck.LONGEST_TEXT)))
                    .filter(text -> !text.isBlank())
                    .map(TextNode::valueOf);
        }
        return Arbitraries.of(patterned(field)).map(text -> text);
    }
}
