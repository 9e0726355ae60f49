package jp.tsunagu.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import jp.tsunagu.engine.ServedValues.Place;
import jp.tsunagu.form.FormSchema;
import org.junit.jupiter.api.Test;

/** What the server knows of a form does not depend on what the browser sends for fields it only shows. */
class ServedValuesTest {

    private static final Place PLACE = new Place("R8-0001", "step", "instance", 1);

    private static final FormSchema FORM = FormSchema.read(stream("""
                    {"id": "form", "components": [
                      {"type": "textfield", "key": "shown", "label": "提示", "readonly": true},
                      {"type": "textfield", "key": "asked", "label": "質問"},
                      {"type": "dynamiclist", "path": "goals", "label": "目標", "allowAddRemove": false, "components": [
                        {"type": "textfield", "key": "goal", "label": "目標", "readonly": true},
                        {"type": "textfield", "key": "note", "label": "説明"}]}]}"""), 1);

    private final CaseDocuments cases = mock(CaseDocuments.class);

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static ObjectNode json(String text) {
        try {
            return (ObjectNode) new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    /** The plan of the case has these goals today. */
    private ServedValues withGoals(String goals) {
        ServedValue plan = new ServedValue() {
            @Override
            public Set<String> keys() {
                return Set.of("goals");
            }

            @Override
            public JsonNode value(String key, Viewer viewer) {
                return json(goals).path("goals");
            }
        };
        VariableLists variables = VariableLists.always(VariableCatalogue.read(stream("variables: []")));
        return new ServedValues(
                cases, variables, null, Clock.systemUTC(), (form, user, number) -> Set.of(), List.of(plan));
    }

    private void caseFileHolds(String values) {
        when(cases.values(any(), any())).thenReturn(json(values));
    }

    @Test
    void whatIsTypedCountsWhereItWasAsked() {
        caseFileHolds("{\"shown\": \"事実\", \"asked\": \"前\"}");

        ObjectNode known = withGoals("{\"goals\": []}")
                .known(FORM, "saeki", PLACE, json("{\"shown\": \"書き換え\", \"asked\": \"今\", \"other\": 1}"));

        assertThat(known).isEqualTo(json("{\"shown\": \"事実\", \"asked\": \"今\", \"goals\": []}"));
    }

    @Test
    void theRowsOfAFixedListAreThoseOfTheServer() {
        caseFileHolds("{}");

        ObjectNode known = withGoals("{\"goals\": [{\"goal\": \"外出\"}]}")
                .known(
                        FORM,
                        "saeki",
                        PLACE,
                        json("{\"goals\": [{\"goal\": \"足した\"}, {\"goal\": \"外出\", \"note\": \"今\"}]}"));

        assertThat(known.path("goals"))
                .isEqualTo(json("{\"goals\": [{\"goal\": \"外出\", \"note\": \"今\"}]}")
                        .path("goals"));
    }

    @Test
    void aFormOpensWithTheGoalsOfTodayAndTheAnswersOfBefore() {
        caseFileHolds("{\"goals\": [{\"goal\": \"前の目標\", \"note\": \"消える\"}, {\"goal\": \"外出\", \"note\": \"週2回\"}]}");

        ObjectNode opened = withGoals("{\"goals\": [{\"goal\": \"外出\"}, {\"goal\": \"通院\"}]}")
                .forForm(FORM, "saeki", PLACE);

        assertThat(opened.path("goals"))
                .isEqualTo(json("{\"goals\": [{\"goal\": \"外出\", \"note\": \"週2回\"}, {\"goal\": \"通院\"}]}")
                        .path("goals"));
    }
}
