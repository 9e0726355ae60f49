package jp.tsunagu.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** One out of a closed list. */
class ChoiceCheck implements FieldCheck {

    @Override
    public Optional<String> reason(FormField field, JsonNode value, JsonNode served) {
        return Choices.of(field, served).contains(value) ? Optional.empty() : Optional.of("選択肢から選んでください。");
    }
}
