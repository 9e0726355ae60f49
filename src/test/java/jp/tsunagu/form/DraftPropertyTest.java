package jp.tsunagu.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever was kept as a draft: the form opens again, with what was typed as far as it is still asked. */
class DraftPropertyTest {

    private static final ObjectNode OPENED = SmallForm.json("""
            {"itemProgress": [{"item": "家計改善支援"}, {"item": "見守り"}], "goalResults": [{"goal": "外出"}], "record": {"counterpart": "甲"}}""");

    private static final List<FormSchema> FORMS = FormFiles.all();

    private record Kept(FormSchema form, JsonNode typed) {

        ObjectNode opened() {
            return Draft.over(form, typed, OPENED);
        }

        @Override
        public String toString() {
            return form.key() + " " + typed;
        }
    }

    /** Documents that fit the form in some fields, and documents that were never made for it. */
    @Provide
    Arbitrary<Kept> kept() {
        RandomDocuments documents = new RandomDocuments(SmallForm.json("{}"), RandomJson.anything(), 100);
        return Arbitraries.of(FORMS)
                .flatMap(form -> Arbitraries.oneOf(documents.of(form).map(typed -> typed), RandomJson.anything())
                        .map(typed -> new Kept(form, typed)));
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void everyDraftOpens(@ForAll("kept") Kept kept) {
        assertFits(kept.form().fields(), kept.opened());
    }

    /** form-js puts values into groups and rows without asking whether these are any. */
    private static void assertFits(List<FormField> fields, JsonNode values) {
        assertThat(values.isObject()).isTrue();
        List<FormField> named =
                FormSchema.topLevel(fields).filter(FormField::hasValue).toList();
        assertThat(named.stream().map(FormSchema::documentKey)).containsAll(values::fieldNames);
        named.stream()
                .filter(part -> part.isContainer() && values.has(part.path()))
                .forEach(part -> {
                    JsonNode inner = values.path(part.path());
                    assertThat(inner.isArray()).isEqualTo(part.isRepeating());
                    (part.isRepeating() ? inner : List.of(inner)).forEach(row -> assertFits(part.children(), row));
                });
    }

    @Example
    void whatWasTypedComesBackAndWhatWasShownIsShownAnew() {
        FormSchema monitoring = FormFiles.named("27-monitor-support.form");
        ObjectNode typed = SmallForm.json("""
                {"itemProgress": [{"item": "見守り", "state": "done"}, {"item": "前の支援", "state": "stopped"}],
                 "record": {"facts": "書きかけ", "method": null}, "evaluationRequested": false, "planItemsView": [], "gone": 1}""");

        assertThat(Draft.over(monitoring, typed, OPENED)).isEqualTo(SmallForm.json("""
                {"itemProgress": [{"item": "家計改善支援"}, {"item": "見守り", "state": "done"}],
                 "record": {"facts": "書きかけ", "method": null}, "evaluationRequested": false}"""));
    }
}
