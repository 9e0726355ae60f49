package jp.tsunagu.story;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.function.UnaryOperator;
import jp.tsunagu.form.FormField;
import jp.tsunagu.form.FormSchema;

/** Somebody who leaves no text field empty: writes the same words into each that is still free. */
public final class Talkative implements UnaryOperator<ObjectNode> {

    private final Map<String, FormSchema> forms;
    private final String words;

    public Talkative(Map<String, FormSchema> forms, String words) {
        this.forms = forms;
        this.words = words;
    }

    @Override
    public ObjectNode apply(ObjectNode document) {
        FormSchema form = forms.get(document.path("form").asText());
        fill(form.root(), document.withObjectProperty("data"));
        return document;
    }

    private void fill(FormField parent, ObjectNode data) {
        for (FormField field : parent.children()) {
            if (field.isRepeating()) {
                if (data.path(field.path()) instanceof ArrayNode rows) {
                    rows.forEach(row -> fill(field, (ObjectNode) row));
                }
            } else if (field.isContainer()) {
                fill(field, field.path().isEmpty() ? data : data.withObjectProperty(field.path()));
            } else if (isFreeText(field) && data.path(field.key()).asText("").isEmpty()) {
                data.put(field.key(), words);
            }
        }
    }

    private static boolean isFreeText(FormField field) {
        return field.type().startsWith("text")
                && field.isInput()
                && !field.isShownOnly()
                && field.rules().path("pattern").asText("").isEmpty()
                && field.rules().path("validationType").asText("").isEmpty();
    }
}
