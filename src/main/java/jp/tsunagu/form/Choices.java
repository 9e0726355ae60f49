package jp.tsunagu.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;

/** The closed list of a choice: written in the form, or a master list that the server gave with it ({@code valuesKey}). */
final class Choices {

    private Choices() {}

    static Set<JsonNode> of(FormField field, JsonNode served) {
        JsonNode list = field.json().path("values");
        String servedUnder = field.json().path("valuesKey").asText("");
        if (!servedUnder.isEmpty()) {
            list = served.path(servedUnder);
        }
        Set<JsonNode> values = new HashSet<>();
        list.forEach(choice -> values.add(choice.isObject() ? choice.path("value") : choice));
        return values;
    }
}
