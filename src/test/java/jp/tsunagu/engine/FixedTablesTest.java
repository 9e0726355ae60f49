package jp.tsunagu.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.junit.jupiter.api.Test;

class FixedTablesTest {

    private final FixedTables tables = new FixedTables();
    private final AtomicInteger asked = new AtomicInteger();

    /** The target days of a step follow from municipality and step alone. */
    @Test
    void asksTheEngineOnce() {
        rows("step-target", Map.of("municipality", "minato", "step", "assess"));
        List<Map<String, Object>> again = rows("step-target", Map.of("municipality", "minato", "step", "assess"));

        assertThat(again).containsExactly(Map.of("answer", 1));
        assertThat(rows("step-target", Map.of("municipality", "minato", "step", "screen")))
                .containsExactly(Map.of("answer", 2));
    }

    /** What a table reads through a bean changes while the inputs stay the same. */
    @Test
    void asksEachTimeWhereATableReadsFacts() {
        rows("welfare-need", Map.of("caseNumber", "R8-00001"));

        assertThat(rows("welfare-need", Map.of("caseNumber", "R8-00001"))).containsExactly(Map.of("answer", 2));
    }

    /** An income, or the lack of an answer, is about one person: it is not kept in memory. */
    @Test
    void remembersNothingAboutAPerson() {
        Map<String, Object> unanswered = new HashMap<>(Map.of("municipality", "minato"));
        unanswered.put("step", null);
        rows("step-target", unanswered);
        rows("step-target", Map.of("municipality", "minato", "step", 84_000));

        assertThat(rows("step-target", unanswered)).containsExactly(Map.of("answer", 3));
        assertThat(rows("step-target", Map.of("municipality", "minato", "step", 84_000)))
                .containsExactly(Map.of("answer", 4));
    }

    private List<Map<String, Object>> rows(String table, Map<String, Object> inputs) {
        return tables.rows(
                table + ":1", inputs, () -> read(table), () -> List.of(Map.of("answer", asked.incrementAndGet())));
    }

    private static DmnModelInstance read(String table) {
        InputStream file = FixedTablesTest.class.getResourceAsStream("/processes/" + table + ".dmn");
        return Dmn.readModelFromStream(file);
    }
}
