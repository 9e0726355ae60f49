package jp.tsunagu.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import net.jqwik.api.statistics.StatisticsReport.StatisticsReportMode;

/** Whatever is sent to whichever form: it is refused in words, or kept as far as it was asked and shown, and nothing else. */
class FormValidatorPropertyTest {

    /** What the server gives with a form, as far as choices come from there. */
    private static final ObjectNode SERVED = SmallForm.json("""
            {"serviceCatalogue": [{"label": "家計改善支援", "value": "householdImprovementSupport"}, {"value": "informal"}],
             "supporters": [{"label": "港 花子", "value": "hanako"}],
             "upcomingConferences": [{"label": "新しい会議の日を決める", "value": "new"}, {"value": "1"}]}""");

    private static final String KEPT = "kept";
    private static final String REFUSED = "refused";
    private static final List<FormSchema> FORMS = FormFiles.all();

    private record Sent(FormSchema form, ObjectNode document) {

        CheckedDocument check() {
            return FormValidator.check(form, document, SERVED);
        }

        @Override
        public String toString() {
            return form.key() + " " + document;
        }
    }

    /** From right in every field to wrong in every field. */
    private static final List<Integer> SHARES_OF_WRONG_FIELDS = List.of(0, 2, 10, 100);

    private static final Arbitrary<Sent> ANY = Arbitraries.of(SHARES_OF_WRONG_FIELDS.stream()
                    .map(share -> new RandomDocuments(SERVED, RandomJson.anything(), share))
                    .flatMap(documents ->
                            FORMS.stream().map(form -> documents.of(form).map(document -> new Sent(form, document))))
                    .toList())
            .flatMap(Function.identity());

    @Provide
    Arbitrary<Sent> anyDocument() {
        return ANY;
    }

    @Property(tries = 700, edgeCases = EdgeCasesMode.NONE)
    @StatisticsReport(StatisticsReportMode.OFF)
    void everyDocumentIsAnswered(@ForAll("anyDocument") Sent sent) {
        String before = sent.document().toString();
        CheckedDocument checked = sent.check();

        assertThat(checked.refusals()).allSatisfy(refusal -> {
            assertThat(refusal.reason()).endsWith("。");
            assertThat(refusal.field()).isNotEqualTo("");
        });
        assertThat(sent.document()).as("the document as sent").hasToString(before);
        Statistics.collect(checked.refusals().isEmpty() ? KEPT : REFUSED);
        Statistics.coverage(coverage -> {
            coverage.check(KEPT).percentage(share -> share > 10);
            coverage.check(REFUSED).percentage(share -> share > 10);
        });
    }

    @Property(tries = 700, edgeCases = EdgeCasesMode.NONE)
    void whatIsKeptStaysAsItIs(@ForAll("anyDocument") Sent sent) {
        CheckedDocument checked = sent.check();
        if (checked.refusals().isEmpty()) {
            CheckedDocument again = new Sent(sent.form(), checked.answers()).check();

            assertThat(again.refusals()).isEmpty();
            assertThat(again.answers()).isEqualTo(checked.answers());
        }
    }

    @Property(tries = 700, edgeCases = EdgeCasesMode.NONE)
    void whatIsKeptWasAskedAndIsVisible(@ForAll("anyDocument") Sent sent) {
        CheckedDocument checked = sent.check();
        if (checked.refusals().isEmpty()) {
            assertVisible(sent.form().fields(), checked.answers(), SERVED, SERVED);
        }
    }

    /** Every name in the answers is an asked field that shows over these very answers, and every such field has an answer. */
    private static void assertVisible(List<FormField> fields, JsonNode answers, ObjectNode around, JsonNode served) {
        ObjectNode scope = FormExpressions.scope(around, fields, answers, served);
        List<FormField> visible =
                visible(fields, scope).filter(FormField::isAsked).toList();
        assertThat(answers.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrderElementsOf(
                        visible.stream().map(FormSchema::documentKey).toList());
        visible.stream().filter(FormField::isContainer).forEach(part -> {
            JsonNode inner = answers.path(part.path());
            (inner.isArray() ? inner : List.of(inner)).forEach(row -> {
                if (row.isObject()) {
                    assertVisible(part.children(), row, scope, MissingNode.getInstance());
                }
            });
        });
    }

    private static Stream<FormField> visible(List<FormField> fields, ObjectNode scope) {
        return fields.stream()
                .filter(field -> field.hideCondition()
                        .filter(condition -> FormExpressions.holds(condition, scope, new Remembered<>(1)))
                        .isEmpty())
                .flatMap(field -> field.isContainer() && field.path().isEmpty()
                        ? visible(field.children(), scope)
                        : Stream.of(field));
    }
}
