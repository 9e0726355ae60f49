package jp.tsunagu.casefile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A draft is kept whatever was typed; only what PostgreSQL's jsonb cannot hold (NUL, half a surrogate pair) is replaced by
 * the visible replacement character, so that nothing disappears unseen.
 */
final class StorableText {

    private static final String UNSTORABLE = "[\\u0000\\p{Cs}]";

    private StorableText() {}

    static JsonNode of(JsonNode value) {
        if (value.isTextual()) {
            return JsonNodeFactory.instance.textNode(storable(value.asText()));
        }
        if (value.isArray()) {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            value.forEach(member -> list.add(of(member)));
            return list;
        }
        if (value.isObject()) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            value.fields().forEachRemaining(entry -> object.set(storable(entry.getKey()), of(entry.getValue())));
            return object;
        }
        return value;
    }

    private static String storable(String text) {
        return text.replaceAll(UNSTORABLE, "\uFFFD");
    }
}
