package jp.tsunagu.procedure.draft;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.function.Consumer;

/** A form as it is edited. */
record FormContent(JsonNode form) {

    /** What form-js 1.23 writes. */
    private static final int SCHEMA_VERSION = 18;

    private static final ObjectMapper JSON = new ObjectMapper();

    /** One that cannot be read is empty: that it cannot be is found elsewhere. */
    static FormContent of(byte[] content) {
        try {
            return new FormContent(JSON.readTree(content));
        } catch (IOException e) {
            return new FormContent(JSON.createObjectNode());
        }
    }

    /** A new form that says what it is for; its fields are still to be put in. */
    static byte[] blank(String key, String title) {
        ObjectNode form = JSON.createObjectNode();
        form.put("type", "default").put("id", key);
        form.put("executionPlatform", "Camunda Platform").put("executionPlatformVersion", "7.24.0");
        form.putObject("exporter").put("name", "tsunagu").put("version", "1");
        form.put("schemaVersion", SCHEMA_VERSION);
        ObjectNode field = form.putArray("components").addObject();
        field.put("type", "textarea").put("label", title + "の内容").put("key", key + "Record");
        field.put("id", "Field_" + key + "Record");
        field.putObject("validate").put("required", true).put("maxLength", 2000);
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(form);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    String key() {
        return form.path("id").asText();
    }

    /** Every field, also within groups and lists. */
    void eachField(Consumer<JsonNode> visitor) {
        walk(form, visitor);
    }

    private static void walk(JsonNode parent, Consumer<JsonNode> visitor) {
        for (JsonNode field : parent.path("components")) {
            visitor.accept(field);
            walk(field, visitor);
        }
    }
}
