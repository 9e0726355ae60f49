package jp.tsunagu.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Whatever is remembered, every cell of every table says what the library's own engine says. */
class TableExpressionsTest {

    private static final Object[] INPUTS = {
        null, true, false, "minato", "required", "yes", "no", "", "氏名", 0, 1, 1000, 1001, 5000, 84_000, 65, 1_000_000
    };

    private final FeelEngine plain = new ScalaFeelEngineFactory().createInstance();
    private final FeelEngine ours = new TableExpressions();

    @Test
    void everyCellOfEveryTableSaysTheSame() throws IOException {
        List<String> tests =
                new ArrayList<>(List.of("not(\"yes\")", "\"yes\",\"no\"", "? = \"yes\"", "> limit", "[1..5)"));
        List<String> outputs = new ArrayList<>(List.of("\"yes\"", "limit + 1", "[1,2]", "true", "-3", "2.5"));
        for (DmnModelInstance table : tables()) {
            texts(table.getModelElementsByType(InputEntry.class).stream().map(InputEntry::getTextContent))
                    .forEach(tests::add);
            texts(table.getModelElementsByType(OutputEntry.class).stream().map(OutputEntry::getTextContent))
                    .forEach(outputs::add);
        }
        assertThat(tests).hasSizeGreaterThan(100);

        for (int limit : new int[] {1, 1000}) {
            for (Object input : INPUTS) {
                VariableContext variables = variables(input, limit);
                // asked twice: what is remembered answers the second time, and for the second limit
                for (int time = 0; time < 2; time++) {
                    for (String test : tests) {
                        assertThat(said(ours, test, variables))
                                .as("%s of %s", test, input)
                                .isEqualTo(said(plain, test, variables));
                    }
                    for (String output : outputs) {
                        assertThat((Object) ours.evaluateSimpleExpression(output, variables))
                                .as(output)
                                .isEqualTo(plain.evaluateSimpleExpression(output, variables));
                    }
                }
            }
        }
    }

    /** The answer, or that there is none. */
    private static Object said(FeelEngine engine, String test, VariableContext variables) {
        try {
            return engine.evaluateSimpleUnaryTests(test, "input", variables);
        } catch (FeelException e) {
            return FeelException.class;
        }
    }

    private static VariableContext variables(Object input, int limit) {
        return Variables.putValue("input", input)
                .putValue("limit", limit)
                .putValue("incomeLimit", limit * 84)
                .putValue("assetLimit", limit * 504)
                .asVariableContext();
    }

    private static Stream<String> texts(Stream<String> cells) {
        return cells.map(String::trim)
                .filter(cell -> !cell.isEmpty() && !cell.equals("-") && !cell.contains("{"))
                .distinct();
    }

    private static List<DmnModelInstance> tables() throws IOException {
        List<DmnModelInstance> tables = new ArrayList<>();
        for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath:processes/*.dmn")) {
            try (InputStream content = file.getInputStream()) {
                tables.add(Dmn.readModelFromStream(content));
            }
        }
        return tables;
    }
}
