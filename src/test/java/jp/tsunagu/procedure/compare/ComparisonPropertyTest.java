package jp.tsunagu.procedure.compare;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Random;
import jp.tsunagu.procedure.PackagedForms;
import jp.tsunagu.procedure.ProcedureChange;
import jp.tsunagu.procedure.ProcedureFiles;
import jp.tsunagu.procedure.compare.FileComparison.State;
import jp.tsunagu.procedure.compare.RandomEdit.Expected;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.w3c.dom.Document;

/** An edit is told as that edit and nothing else, however the file is written; and the same is told as the same. */
class ComparisonPropertyTest {

    private static final ProcedureFiles PACKAGED = PackagedForms.procedure();

    private static final List<String> DIAGRAMS = List.of(
            "processes/self-reliance-support.bpmn",
            "processes/plan-decision.bpmn",
            "processes/lost-contact.bpmn",
            "processes/welfare-office-referral.bpmn");

    private static final List<String> TABLES =
            List.of("processes/step-target.dmn", "processes/welfare-need.dmn", "processes/approver.dmn");

    private static final List<String> FORMS = List.of(
            "forms/01-reception.form",
            "forms/05-assess.form",
            "forms/08-confirm-screening.form",
            "forms/09-draft-plan.form");

    @Property(tries = 50)
    void oneEditIsOneDifference(@ForAll long seed) {
        Random random = new Random(seed);
        for (String file : List.of(some(DIAGRAMS, random), some(TABLES, random), some(FORMS, random))) {
            byte[] before = PACKAGED.contents().get(file);
            Expected expected;
            byte[] after;
            if (file.endsWith(".form")) {
                JsonNode form = Rewritten.json(before);
                expected = new RandomEdit(random).form(form);
                after = Rewritten.form(form, random, true);
            } else {
                Document document = Rewritten.document(before);
                RandomEdit edit = new RandomEdit(random);
                expected = file.endsWith(".dmn") ? edit.table(document) : edit.diagram(document);
                after = Rewritten.xml(document, random, true);
            }
            FileComparison found = compared(file, after);
            assertThat(found.changes())
                    .as(file)
                    .extracting(change -> new Expected(change.kind(), change.element(), change.property()))
                    .containsExactly(expected);
            assertThat(found.changes().get(0).sentence()).doesNotContain("null", "その他の設定");
            assertThat(Comparison.of(PACKAGED.with(file, after), PACKAGED.with(file, after.clone()))
                            .count())
                    .isZero();
        }
    }

    @Property(tries = 25)
    void theSameWrittenOtherwiseIsLayoutOnly(@ForAll long seed) {
        Random random = new Random(seed);
        for (String file : List.of(some(DIAGRAMS, random), some(TABLES, random), some(FORMS, random))) {
            byte[] before = PACKAGED.contents().get(file);
            byte[] after = file.endsWith(".form")
                    ? Rewritten.form(Rewritten.json(before), random, false)
                    : Rewritten.xml(Rewritten.document(before), random, false);
            FileComparison found = compared(file, after);
            assertThat(found.changes()).as(file).isEmpty();
            assertThat(found.state()).isEqualTo(State.LAYOUT_ONLY);
            assertThat(found.matters()).isFalse();
            assertThat(ProcedureChange.between(PACKAGED, PACKAGED.with(file, after)))
                    .satisfies(change -> assertThat(change.changed()).isEmpty())
                    .satisfies(change -> assertThat(change.drawn()).containsOnlyKeys(file));
        }
    }

    /** The engine asks flows in their order, and people see the rows of a form: that makes a version, and is told. */
    @Property(tries = 10)
    void anotherOrderIsNotLayout(@ForAll long seed) {
        Random random = new Random(seed);
        for (String file : List.of(some(DIAGRAMS, random), some(FORMS, random))) {
            byte[] before = PACKAGED.contents().get(file);
            byte[] after = file.endsWith(".form")
                    ? Rewritten.form(Rewritten.json(before), random, true)
                    : Rewritten.xml(Rewritten.document(before), random, true);
            FileComparison found = compared(file, after);
            assertThat(found.state()).isEqualTo(State.CHANGED);
            assertThat(found.changes())
                    .singleElement()
                    .satisfies(change -> assertThat(change.sentence()).contains("並ぶ順"));
            assertThat(ProcedureChange.between(PACKAGED, PACKAGED.with(file, after))
                            .changed())
                    .containsOnlyKeys(file);
        }
    }

    private static FileComparison compared(String file, byte[] after) {
        return Comparison.of(PACKAGED, PACKAGED.with(file, after)).file(file).orElseThrow();
    }

    private static String some(List<String> files, Random random) {
        return files.get(random.nextInt(files.size()));
    }
}
