package jp.tsunagu.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.tsunagu.engine.FormSchemas;
import jp.tsunagu.engine.RarelyChanged;
import org.springframework.stereotype.Component;

/** The words in which a form offers a choice: an administrator's wording is everybody's wording. */
@Component
class Choices {

    private final FormSchemas forms;
    private final RarelyChanged known;

    private record LabelsOf(String form, String field) {}

    Choices(FormSchemas forms, RarelyChanged known) {
        this.forms = forms;
        this.known = known;
    }

    /** The label of a value in a field of this form; the value itself if the form does not offer it any more. */
    String label(String form, String field, String value) {
        return labels(form, field).getOrDefault(value, value);
    }

    /** The same for each of several values. */
    List<String> labels(String form, String field, List<String> values) {
        return values.stream().map(value -> label(form, field, value)).toList();
    }

    /** The labels of what was chosen in this field; empty if nothing was. */
    String chosen(String form, String field, JsonNode fields) {
        JsonNode answer = fields.path(field);
        if (answer.isMissingNode() || answer.isNull()) {
            return "";
        }
        List<String> values = new ArrayList<>();
        Iterable<JsonNode> answers = answer.isArray() ? answer : List.of(answer);
        answers.forEach(one -> values.add(one.asText()));
        return String.join("、", labels(form, field, values));
    }

    private Map<String, String> labels(String form, String field) {
        return known.read(new LabelsOf(form, field), () -> {
            Map<String, String> labels = new LinkedHashMap<>();
            forms.present(form)
                    .walk()
                    .filter(one -> one.key().equals(field))
                    .forEach(one -> one.choices().forEach(labels::putIfAbsent));
            return Map.copyOf(labels);
        });
    }
}
