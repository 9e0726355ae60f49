package jp.tsunagu.procedure.draft;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelException;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Description;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.Text;
import org.camunda.bpm.model.xml.ModelParseException;

/** 手順の期限 ({@code processes/step-target.dmn}): the rows of the steps, read and written one by one. */
final class StepTargetTable {

    static final String FILE = "processes/step-target.dmn";

    private static final String STEP = "step";

    private final DmnModelInstance model;
    private final DecisionTable table;
    private final List<String> columns;
    private final int stepColumn;

    private StepTargetTable(DmnModelInstance model) {
        this.model = model;
        table = model.getModelElementsByType(DecisionTable.class).iterator().next();
        columns = table.getOutputs().stream().map(output -> output.getName()).toList();
        stepColumn = table.getInputs().stream()
                .map(input ->
                        input.getInputExpression().getText().getTextContent().strip())
                .toList()
                .indexOf(STEP);
    }

    /** Empty if the draft's table cannot be read, or asks for no step any more. */
    static Optional<StepTargetTable> read(byte[] content) {
        try {
            StepTargetTable read = new StepTargetTable(Dmn.readModelFromStream(new ByteArrayInputStream(content)));
            return read.stepColumn < 0 || !read.columns.containsAll(StepTargetRow.COLUMNS)
                    ? Optional.empty()
                    : Optional.of(read);
        } catch (DmnModelException | ModelParseException | java.util.NoSuchElementException e) {
            return Optional.empty();
        }
    }

    /** Step → its row. Where a municipality has one of its own beside the one for all, the first. */
    Map<String, StepTargetRow> rows() {
        Map<String, StepTargetRow> rows = new LinkedHashMap<>();
        for (Rule rule : table.getRules()) {
            rows.putIfAbsent(stepOf(rule), row(rule));
        }
        return rows;
    }

    /** Writes the row of a step; a step without one gets it at the end. */
    void put(String step, StepTargetRow row) {
        Rule present = table.getRules().stream()
                .filter(rule -> stepOf(rule).equals(step))
                .findFirst()
                .orElseGet(() -> add(step));
        Map<String, String> cells = row.cells();
        List<OutputEntry> entries = new ArrayList<>(present.getOutputEntries());
        for (int i = 0; i < columns.size(); i++) {
            if (cells.containsKey(columns.get(i))) {
                entries.get(i).setText(text(cells.get(columns.get(i))));
            }
        }
    }

    byte[] content() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Dmn.writeModelToStream(out, model);
        return out.toString(StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8);
    }

    private Rule add(String step) {
        String id = "stepTargetRule_" + step;
        Rule rule = model.newInstance(Rule.class, id);
        Description description = model.newInstance(Description.class);
        description.setTextContent("手続の図から書いた行");
        rule.setDescription(description);
        for (int i = 0; i < table.getInputs().size(); i++) {
            InputEntry entry = model.newInstance(InputEntry.class, id + "Input" + (i + 1));
            entry.setText(text(i == stepColumn ? quoted(step) : ""));
            rule.getInputEntries().add(entry);
        }
        for (int i = 0; i < columns.size(); i++) {
            OutputEntry entry = model.newInstance(OutputEntry.class, id + "Output" + (i + 1));
            entry.setText(text(""));
            rule.getOutputEntries().add(entry);
        }
        table.getRules().add(rule);
        return rule;
    }

    private Text text(String content) {
        Text text = model.newInstance(Text.class);
        text.setTextContent(content);
        return text;
    }

    private String stepOf(Rule rule) {
        InputEntry entry = new ArrayList<>(rule.getInputEntries()).get(stepColumn);
        return unquoted(entry.getText());
    }

    private StepTargetRow row(Rule rule) {
        Map<String, String> cells = new LinkedHashMap<>();
        List<OutputEntry> entries = new ArrayList<>(rule.getOutputEntries());
        for (int i = 0; i < columns.size(); i++) {
            cells.put(columns.get(i), unquoted(entries.get(i).getText()));
        }
        return StepTargetRow.of(cells);
    }

    static String quoted(String text) {
        return '"' + text + '"';
    }

    private static String unquoted(Text text) {
        return text == null ? "" : text.getTextContent().strip().replace("\"", "");
    }
}
