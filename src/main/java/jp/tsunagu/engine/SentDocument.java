package jp.tsunagu.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;

/**
 * What came through the door: {@code formDocument} and nothing else.
 *
 * @param form the form the sender had before them
 * @param formVersion the version of that form
 * @param caseVersion the version of the case they had before them
 * @param data the values
 */
record SentDocument(String form, int formVersion, int caseVersion, ObjectNode data) {

    /** A case's largest form, every field full, is below 300 kB. */
    static final int LONGEST = 1_000_000;

    private static final ObjectMapper JSON = new ObjectMapper();

    static SentDocument read(Map<String, Object> properties) {
        if (properties == null || !properties.keySet().equals(java.util.Set.of(Names.FORM_DOCUMENT))) {
            throw RefusedException.ofAct("送信の形が違います。formDocument だけを送ってください。");
        }
        String text = asText(properties.get(Names.FORM_DOCUMENT));
        if (text.length() > LONGEST) {
            throw RefusedException.ofAct("送られた内容が大きすぎます（100万文字まで）。長い文章を分けてください。");
        }
        JsonNode json = parse(text);
        if (!json.path("data").isObject()
                || !json.path("form").isTextual()
                || !json.path("formVersion").isInt()
                || !json.path("caseVersion").isInt()) {
            throw RefusedException.ofAct("送信の形が違います。form、formVersion、caseVersion、data が必要です。");
        }
        return new SentDocument(
                json.path("form").asText(),
                json.path("formVersion").asInt(),
                json.path("caseVersion").asInt(),
                (ObjectNode) json.path("data"));
    }

    private static String asText(Object value) {
        Object plain = value instanceof SerializableValue serialized
                ? serialized.getValueSerialized()
                : value instanceof TypedValue typed ? typed.getValue() : value;
        return String.valueOf(plain);
    }

    private static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            // the parser's message would quote what was typed
            throw RefusedException.ofAct("送信の形が違います。formDocument は JSON で送ってください。");
        }
    }
}
