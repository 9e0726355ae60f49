package jp.tsunagu.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import jp.tsunagu.form.FormExpressions.Question;

/**
 * What of a document is kept: the fields that are asked and shown, null where one was left empty, and in the rows that the
 * server gave what each of them is about.
 *
 * <p>Conditions read exactly this and what the server knows. So an answer that is hidden itself decides nothing, nor does
 * anything the browser sends for a field it only shows; and what is kept, sent once more, is kept in the same way.
 */
final class KeptValues {

    static final int MOST_ROWS = 200;

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private KeptValues() {}

    static ObjectNode of(FormSchema schema, ObjectNode document, ObjectNode served) {
        Remembered<Question, Boolean> answered = new Remembered<>(FormExpressions.MOST_REMEMBERED);
        ObjectNode kept = part(schema.fields(), new Part(document, served, null, false, answered));
        ObjectNode before;
        // ends, because a round can only take values away, never bring one back
        do {
            before = kept;
            ObjectNode scope = FormExpressions.scope(served, schema.fields(), before, served);
            kept = part(schema.fields(), new Part(before, served, scope, false, answered));
        } while (!kept.equals(before));
        return kept;
    }

    /** Nothing a person could have typed into a field of any type: neither a value nor a choice nor several of them. */
    static boolean isEmpty(JsonNode value) {
        return value.isMissingNode()
                || value.isNull()
                || (value.isTextual() && Blanks.only(value.asText()))
                || (value.isArray() && value.isEmpty());
    }

    /**
     * One part of the document: its top, a group or a row.
     *
     * @param scope what conditions read; null while nothing is hidden yet
     * @param answered what the conditions of this document said already
     */
    private record Part(
            JsonNode values, JsonNode served, ObjectNode scope, boolean inRow, Remembered<Question, Boolean> answered) {

        boolean hides(FormField field) {
            return scope != null
                    && field.hideCondition()
                            .filter(condition -> FormExpressions.holds(condition, scope, answered))
                            .isPresent();
        }

        Part group(FormField group, JsonNode inner) {
            return inside(group, inner, served.path(group.path()), inRow);
        }

        Part row(FormField list, int number, JsonNode row) {
            return inside(list, row, servedRow(list, served, number), true);
        }

        private Part inside(FormField container, JsonNode inner, JsonNode known, boolean row) {
            ObjectNode around = scope == null ? null : FormExpressions.scope(scope, container.children(), inner, known);
            return new Part(inner, known, around, row, answered);
        }
    }

    /** A row that people may add or remove has no counterpart on the server. */
    private static JsonNode servedRow(FormField list, JsonNode served, int number) {
        return list.isFixed() ? served.path(list.path()).path(number) : MissingNode.getInstance();
    }

    private static ObjectNode part(List<FormField> fields, Part part) {
        ObjectNode kept = JSON.objectNode();
        fill(kept, fields, part);
        return kept;
    }

    private static void fill(ObjectNode kept, List<FormField> fields, Part part) {
        for (FormField field : fields) {
            if (part.hides(field)) {
                continue;
            }
            String key = FormSchema.documentKey(field);
            if (field.isContainer() && key.isEmpty()) {
                fill(kept, field.children(), part);
            } else if (field.isAsked()) {
                kept.set(key, value(field, part));
            } else if (part.inRow() && field.isInput() && !isEmpty(part.served().path(key))) {
                kept.set(key, part.served().path(key));
            }
        }
    }

    private static JsonNode value(FormField field, Part part) {
        JsonNode value = part.values().path(FormSchema.documentKey(field));
        if (field.isRepeating()) {
            return rows(field, value, part);
        }
        if (field.isContainer()) {
            boolean isGroup = value.isObject() || value.isNull() || value.isMissingNode();
            return isGroup ? part(field.children(), part.group(field, value)) : flat(value);
        }
        return isEmpty(value) ? NullNode.instance : flat(value);
    }

    private static JsonNode rows(FormField list, JsonNode rows, Part part) {
        if (rows.isMissingNode()) {
            return NullNode.instance;
        }
        if (!rows.isArray() || rows.size() > MOST_ROWS) {
            return flat(rows);
        }
        ArrayNode kept = JSON.arrayNode();
        for (int i = 0; i < rows.size(); i++) {
            JsonNode row = rows.get(i);
            kept.add(row.isObject() ? part(list.children(), part.row(list, i, row)) : flat(row));
        }
        return kept;
    }

    /** No field has an answer that nests; of one that does only so much remains that its check can refuse it. */
    private static JsonNode flat(JsonNode value) {
        if (!value.isArray()) {
            return value.isObject() ? JSON.objectNode() : value;
        }
        ArrayNode list = JSON.arrayNode();
        value.forEach(member -> list.add(member.isContainerNode() ? JSON.objectNode() : member));
        return list;
    }
}
