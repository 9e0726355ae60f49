package jp.tsunagu.procedure.publish;

import java.io.ByteArrayInputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;

/** Tables that have rows for single steps: a row that changes concerns whoever comes to its step, and nobody else. */
final class StepTables {

    private static final String STEP = "step";

    private StepTables() {}

    /** The steps that a change of a table concerns; empty if it cannot be told, and so concerns everybody. */
    static Optional<Set<String>> concerned(byte[] before, byte[] after) {
        List<Row> former = rows(before);
        List<Row> now = rows(after);
        if (former == null || now == null) {
            return Optional.empty();
        }
        Set<Row> differing = new HashSet<>(former);
        differing.removeAll(new HashSet<>(now));
        Set<Row> added = new HashSet<>(now);
        former.forEach(added::remove);
        differing.addAll(added);
        if (!without(former, differing).equals(without(now, differing))) {
            return Optional.empty();
        }
        Set<String> steps = new TreeSet<>();
        for (Row row : differing) {
            if (!row.step().matches("\"\\w+\"(\\s*,\\s*\"\\w+\")*")) {
                return Optional.empty();
            }
            for (String step : row.step().split(",")) {
                steps.add(step.strip().replace("\"", ""));
            }
        }
        return Optional.of(steps);
    }

    private static List<Row> without(List<Row> rows, Set<Row> some) {
        return rows.stream().filter(row -> !some.contains(row)).toList();
    }

    private record Row(String step, List<String> cells) {}

    /** Null if the table has no column for the step. */
    private static List<Row> rows(byte[] file) {
        List<DecisionTable> tables = List.copyOf(
                Dmn.readModelFromStream(new ByteArrayInputStream(file)).getModelElementsByType(DecisionTable.class));
        if (tables.size() != 1) {
            return null;
        }
        List<Input> inputs = List.copyOf(tables.get(0).getInputs());
        int column = -1;
        for (int i = 0; i < inputs.size(); i++) {
            if (STEP.equals(inputs.get(i)
                    .getInputExpression()
                    .getText()
                    .getTextContent()
                    .strip())) {
                column = i;
            }
        }
        if (column < 0) {
            return null;
        }
        int ofStep = column;
        return tables.get(0).getRules().stream().map(rule -> row(rule, ofStep)).toList();
    }

    private static Row row(Rule rule, int column) {
        List<InputEntry> entries = List.copyOf(rule.getInputEntries());
        List<String> cells = new java.util.ArrayList<>();
        entries.forEach(entry -> cells.add(entry.getTextContent().strip()));
        rule.getOutputEntries()
                .forEach(entry -> cells.add(entry.getTextContent().strip()));
        return new Row(entries.get(column).getText().getTextContent().strip(), cells);
    }
}
