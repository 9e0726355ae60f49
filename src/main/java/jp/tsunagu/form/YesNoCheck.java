package jp.tsunagu.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** A tick box; a required one has to be ticked. */
class YesNoCheck implements FieldCheck {

    @Override
    public Optional<String> reason(FormField field, JsonNode value, JsonNode served) {
        if (!value.isBoolean()) {
            return Optional.of("チェックの有無で答えてください。");
        }
        boolean mustBeTicked = field.rules().path("required").asBoolean();
        return mustBeTicked && !value.asBoolean() ? Optional.of("確認してチェックを入れてください。") : Optional.empty();
    }
}
