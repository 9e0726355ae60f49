package jp.tsunagu.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import jp.tsunagu.form.FormSchema;
import org.junit.jupiter.api.Test;

/** What the engine decides on is what the case file holds. */
class DecisionVariablesTest {

    private static final FormSchema FORM = FormSchema.read(stream("""
                    {"id": "form", "components": [
                      {"type": "radio", "key": "mode", "label": "場合"},
                      {"type": "checkbox", "key": "urgent", "label": "急ぐ",
                       "conditional": {"hide": "=not(mode = \\"b\\")"}}]}"""), 1);

    private final CaseDocuments cases = mock(CaseDocuments.class);

    private final DecisionVariables decisions = new DecisionVariables(
            VariableLists.always(
                    VariableCatalogue.read(stream("variables: [{name: urgent, type: Boolean, process: all}]"))),
            cases);

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private Object decided(ObjectNode answers) {
        LocalDate day = LocalDate.of(2026, 6, 1);
        Submission submission = new Submission("saeki", "R8-00001", "form", "1", "1", 1, answers, day);
        return decisions.of(submission, FORM, Map.of()).get("urgent");
    }

    @Test
    void aBoxThatWasNotTickedIsAnAnswer() {
        assertThat(decided(object().putNull("urgent"))).isEqualTo(false);
        assertThat(decided(object().put("urgent", true))).isEqualTo(true);
    }

    @Test
    void aHiddenBoxDecidesWhatTheCaseFileHolds() {
        when(cases.values(any(), any())).thenReturn(object().put("urgent", true));
        assertThat(decided(object().put("mode", "a"))).isEqualTo(true);
    }

    @Test
    void aHiddenBoxThatWasNeverAnsweredIsNotTicked() {
        when(cases.values(any(), any())).thenReturn(object());
        assertThat(decided(object().put("mode", "a"))).isEqualTo(false);
    }
}
