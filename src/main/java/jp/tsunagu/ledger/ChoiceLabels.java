package jp.tsunagu.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.tsunagu.engine.FormSchemas;
import jp.tsunagu.engine.RarelyChanged;
import org.springframework.stereotype.Component;

/** What was chosen in a form, in the words that the form itself has for it: an administrator may change them. */
@Component
class ChoiceLabels {

    private final FormSchemas forms;
    private final RarelyChanged known;

    private record LabelsOf(String form, String field) {}

    ChoiceLabels(FormSchemas forms, RarelyChanged known) {
        this.forms = forms;
        this.known = known;
    }

    /** The labels of what was chosen in this field; empty if nothing was. */
    String of(String form, String field, JsonNode fields) {
        JsonNode answer = fields.path(field);
        if (answer.isMissingNode() || answer.isNull()) {
            return "";
        }
        Map<String, String> labels = known.read(new LabelsOf(form, field), () -> read(form, field));
        List<String> chosen = new ArrayList<>();
        Iterable<JsonNode> answers = answer.isArray() ? answer : List.of(answer);
        answers.forEach(one -> chosen.add(labels.getOrDefault(one.asText(), one.asText())));
        return String.join("、", chosen);
    }

    private Map<String, String> read(String form, String field) {
        Map<String, String> labels = new HashMap<>();
        forms.present(form)
                .walk()
                .filter(component -> component.key().equals(field))
                .forEach(component -> component
                        .json()
                        .path("values")
                        .forEach(choice -> labels.put(
                                choice.path("value").asText(),
                                choice.path("label").asText())));
        return Map.copyOf(labels);
    }
}
