package jp.tsunagu.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** Says in Japanese why a value that is there does not answer its field, or nothing if it does. */
interface FieldCheck {

    /**
     * @param served values the server gave with the form; choices may come from there
     */
    Optional<String> reason(FormField field, JsonNode value, JsonNode served);
}
