package jp.tsunagu.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A form of a few components, written in the test that needs it.
 *
 * @param served what the server gives with the form
 */
record SmallForm(FormSchema schema, ObjectNode served) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The components as they stand in a form file, without the brackets around them. */
    static SmallForm of(String components) {
        return new SmallForm(schema("small", components), JSON.createObjectNode());
    }

    /** One component of this type with the key {@code field} and the label 項目. */
    static SmallForm ofOne(String type, String more) {
        String rest = more.isEmpty() ? "" : ", " + more;
        return of("{\"type\": \"%s\", \"key\": \"field\", \"label\": \"項目\"%s}".formatted(type, rest));
    }

    static FormSchema schema(String id, String components) {
        String file = "{\"id\": \"%s\", \"components\": [%s]}".formatted(id, components);
        return FormSchema.read(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), 1);
    }

    static ObjectNode json(String text) {
        try {
            return (ObjectNode) JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    SmallForm with(String servedValues) {
        return new SmallForm(schema, json(servedValues));
    }

    CheckedDocument check(String document) {
        return FormValidator.check(schema, json(document), served);
    }

    /** What is kept of a document that is right. */
    ObjectNode answers(String document) {
        CheckedDocument checked = check(document);
        if (!checked.refusals().isEmpty()) {
            throw new AssertionError("refused: " + checked.refusals());
        }
        return checked.answers();
    }

    List<String> refusals(String document) {
        return lines(check(document).refusals());
    }

    /** With a value for the only field of the form, as JSON. */
    List<String> refusalsOf(String value) {
        return check("{\"field\": %s}".formatted(value)).refusals().stream()
                .map(Refusal::reason)
                .toList();
    }

    /** {@code path label: reason}. */
    static List<String> lines(List<Refusal> refusals) {
        return refusals.stream()
                .map(refusal -> refusal.field() + " " + refusal.label() + ": " + refusal.reason())
                .toList();
    }
}
