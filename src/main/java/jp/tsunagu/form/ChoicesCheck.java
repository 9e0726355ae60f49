package jp.tsunagu.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Any number out of a closed list, each once. */
class ChoicesCheck implements FieldCheck {

    @Override
    public Optional<String> reason(FormField field, JsonNode value, JsonNode served) {
        if (!value.isArray()) {
            return Optional.of("選択肢から選んでください。");
        }
        Set<JsonNode> allowed = Choices.of(field, served);
        Set<JsonNode> seen = new HashSet<>();
        for (JsonNode choice : value) {
            if (!allowed.contains(choice) || !seen.add(choice)) {
                return Optional.of("選択肢から選んでください。");
            }
        }
        return Optional.empty();
    }
}
