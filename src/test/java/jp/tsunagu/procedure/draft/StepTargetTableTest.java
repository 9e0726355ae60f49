package jp.tsunagu.procedure.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class StepTargetTableTest {

    private static final String SHIPPED = shipped();

    @Example
    void theRowsOfTheShippedTableAreRead() {
        Map<String, StepTargetRow> rows = table(SHIPPED).rows();
        assertThat(rows).hasSizeGreaterThan(60);
        assertThat(rows.get("screen")).isEqualTo(new StepTargetRow(5, 3, 10, "working", "actDate", 0, false));
        assertThat(rows.get("confirmReceiptSameDay").unit()).isEqualTo("minutes");
    }

    /** A comparison shall show the row that was written and no line beside it. */
    @Example
    void aNewRowChangesNoOtherLine() {
        StepTargetTable table = table(SHIPPED);
        table.put("assessHousehold", new StepTargetRow(14, 10, 20, "working", "actDate", 0, false));
        List<String> before = body(SHIPPED);
        List<String> after = body(new String(table.content(), StandardCharsets.UTF_8));
        int row = IntStream.range(0, after.size())
                .filter(line -> after.get(line).contains("\"stepTargetRule_assessHousehold\""))
                .findFirst()
                .orElseThrow();
        assertThat(row).isPositive();
        assertThat(after.subList(0, row)).isEqualTo(before.subList(0, row));
        assertThat(after.subList(after.size() - 5, after.size()))
                .isEqualTo(before.subList(before.size() - 5, before.size()));
    }

    @Example
    void whatCannotBeReadIsNoTable() {
        assertThat(StepTargetTable.read("<a>".getBytes(StandardCharsets.UTF_8))).isEmpty();
        assertThat(StepTargetTable.read("<definitions/>".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        String entity =
                SHIPPED.replace("<definitions", "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><definitions");
        assertThat(StepTargetTable.read(entity.getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }

    @Property(tries = 50)
    void whatIsWrittenIsRead(@ForAll("rows") StepTargetRow row, @ForAll("steps") String step) {
        StepTargetTable table = table(SHIPPED);
        Map<String, StepTargetRow> before = table.rows();
        table.put(step, row);
        Map<String, StepTargetRow> after =
                table(new String(table.content(), StandardCharsets.UTF_8)).rows();
        before.put(step, row);
        assertThat(after).isEqualTo(before);
    }

    @Property(tries = 200)
    void onlyAnOrderOfDaysThatMakesSenseIsAccepted(
            @ForAll("days") Integer target, @ForAll("days") Integer warning, @ForAll("days") Integer escalation) {
        boolean sensible = warning <= target && target <= escalation && warning >= 0 && escalation <= 3660;
        assertThat(new StepTargetRow(target, warning, escalation, "calendar", null, null, false)
                        .refusal()
                        .isEmpty())
                .isEqualTo(sensible);
    }

    @Provide
    Arbitrary<Integer> days() {
        return Arbitraries.integers().between(-2, 3662);
    }

    @Provide
    Arbitrary<String> steps() {
        return Arbitraries.of("screen", "reachOut", "assessHousehold", "newStep2");
    }

    @Provide
    Arbitrary<StepTargetRow> rows() {
        Arbitrary<Integer> number = Arbitraries.integers().between(0, 3660);
        return Combinators.combine(
                        number, number, number, Arbitraries.of("working", "calendar"), Arbitraries.of(true, false))
                .as((target, warning, escalation, unit, legal) ->
                        new StepTargetRow(target, warning, escalation, unit, "today", 2, legal));
    }

    private static StepTargetTable table(String content) {
        return StepTargetTable.read(content.getBytes(StandardCharsets.UTF_8)).orElseThrow();
    }

    /** The lines, whatever the order of the attributes and the blanks in each. */
    private static List<String> body(String content) {
        return content.replace("<text></text>", "<text/>")
                .substring(content.indexOf("<decisionTable"))
                .lines()
                .map(line -> Stream.of(line.replaceAll(" */?>", "").split(" "))
                        .sorted()
                        .toList())
                .map(String::valueOf)
                .toList();
    }

    private static String shipped() {
        try {
            return Files.readString(Path.of("processes", "step-target.dmn"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
