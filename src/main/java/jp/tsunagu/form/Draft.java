package jp.tsunagu.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * What was typed without being sent, laid over the form as it opens today.
 *
 * <p>Since it was kept, the form may have become another one, and what the form only shows may have changed. So a draft gives
 * back what was typed into fields that are still asked, in the shape that the browser can put into them, and nothing else.
 */
public final class Draft {

    private Draft() {}

    /**
     * @param typed the draft as it was kept
     * @param opened the values the form opens with
     */
    public static ObjectNode over(FormSchema form, JsonNode typed, JsonNode opened) {
        return part(form.fields(), typed, opened);
    }

    private static ObjectNode part(List<FormField> fields, JsonNode typed, JsonNode opened) {
        ObjectNode draft = JsonNodeFactory.instance.objectNode();
        FormSchema.topLevel(fields)
                .filter(field -> field.isAsked() && typed.has(FormSchema.documentKey(field)))
                .forEach(field -> {
                    String key = FormSchema.documentKey(field);
                    JsonNode value = typed.path(key);
                    if (field.isRepeating() && value.isArray()) {
                        draft.set(key, rows(field, value, opened.path(key)));
                    } else if (field.isContainer() && !field.isRepeating() && value.isObject()) {
                        draft.set(key, part(field.children(), value, opened.path(key)));
                    } else if (!field.isContainer() && !value.isObject()) {
                        draft.set(key, value);
                    }
                });
        return draft;
    }

    private static ArrayNode rows(FormField list, JsonNode typed, JsonNode opened) {
        if (list.isFixed() && opened.isArray()) {
            return FixedRows.carriedOn(list, opened, typed);
        }
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        typed.forEach(row -> rows.add(part(list.children(), row, MissingNode.getInstance())));
        return rows;
    }
}
