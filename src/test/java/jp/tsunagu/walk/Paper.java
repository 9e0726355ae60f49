package jp.tsunagu.walk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;
import jp.tsunagu.form.FormSchema;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.spin.plugin.variable.value.JsonValue;

/** A form on somebody's desk: as it opened, and as it is filled in by now. */
final class Paper {

    private static final String DOCUMENT = "formDocument";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final FormSchema form;
    private final ObjectNode document;

    private Paper(FormSchema form, ObjectNode document) {
        this.form = form;
        this.document = document;
    }

    /** One that opened outside of a task. */
    static Paper of(ObjectNode document, Map<String, FormSchema> forms) {
        return new Paper(forms.get(document.path("form").asText()), document);
    }

    static Paper of(VariableMap variables, Map<String, FormSchema> forms) {
        try {
            JsonValue value = variables.getValueTyped(DOCUMENT);
            return of((ObjectNode) JSON.readTree(value.getValueSerialized()), forms);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    FormSchema form() {
        return form;
    }

    ObjectNode data() {
        return document.withObjectProperty("data");
    }

    Paper filled(ObjectNode data) {
        ObjectNode filled = document.deepCopy();
        filled.set("data", data);
        return new Paper(form, filled);
    }

    /** As it is sent through the door. */
    Map<String, Object> sent() {
        return Map.of(DOCUMENT, document.toString());
    }

    ObjectNode document() {
        return document;
    }

    /** The answers that decide the way. */
    Map<String, JsonNode> decisions() {
        Map<String, JsonNode> decisions = new TreeMap<>();
        data().fields().forEachRemaining(field -> {
            if (Leanings.decides(field.getKey()) && form.inputKeys().contains(field.getKey())) {
                decisions.put(field.getKey(), field.getValue());
            }
        });
        return decisions;
    }
}
