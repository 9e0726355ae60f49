package jp.tsunagu.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import jp.tsunagu.form.Refusal;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;

/**
 * An act that must not happen. REST answers it with 400; the message is a JSON list of field, label and reason, the reason
 * in Japanese for the person who acted. It never carries a value that was typed.
 */
public class RefusedException extends FormFieldValidationException {

    private static final long serialVersionUID = 1L;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final transient List<Refusal> refusals;

    public RefusedException(List<Refusal> refusals) {
        super(null, asJson(refusals));
        this.refusals = refusals;
    }

    public static RefusedException ofAct(String reason) {
        return new RefusedException(List.of(Refusal.ofAct(reason)));
    }

    public List<Refusal> refusals() {
        return refusals;
    }

    private static String asJson(List<Refusal> refusals) {
        try {
            return JSON.writeValueAsString(refusals);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
