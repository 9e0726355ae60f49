package jp.tsunagu.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows of a list that people fill in and neither add nor remove (the goals of a plan, one by one): which rows there are
 * follows from the server, what was answered is carried on with the row it was answered about.
 */
public final class FixedRows {

    private FixedRows() {}

    /**
     * @param rows the rows as they follow from the case today, each with what it is about
     * @param answered rows as they were answered before
     */
    public static ArrayNode carriedOn(FormField list, JsonNode rows, JsonNode answered) {
        List<JsonNode> rest = new ArrayList<>();
        answered.forEach(rest::add);
        ArrayNode carried = JsonNodeFactory.instance.arrayNode();
        rows.forEach(row -> carried.add(withAnswers(list, row.deepCopy(), rest)));
        return carried;
    }

    private static ObjectNode withAnswers(FormField list, ObjectNode row, List<JsonNode> rest) {
        for (JsonNode earlier : rest) {
            if (about(list, earlier).equals(about(list, row))) {
                FormSchema.topLevel(list.children())
                        .filter(FormField::isAsked)
                        .map(FormSchema::documentKey)
                        .filter(earlier::has)
                        .forEach(key -> row.set(key, earlier.path(key)));
                // two rows about the same thing have an answer each
                rest.remove(earlier);
                break;
            }
        }
        return row;
    }

    private static List<String> about(FormField list, JsonNode row) {
        return FormSchema.topLevel(list.children())
                .filter(field -> field.isInput() && field.isShownOnly())
                .map(field -> row.path(field.key()).asText())
                .toList();
    }
}
