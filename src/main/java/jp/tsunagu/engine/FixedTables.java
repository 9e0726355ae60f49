package jp.tsunagu.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import jp.tsunagu.form.Remembered;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.OutputEntry;

/**
 * Remembers the answers of tables that decide on nothing but what they are given, such as the target days of a step. A table
 * never changes once it is deployed, and the engine reads every cell of it anew each time it is asked.
 *
 * <p>A table that calls anything (a fact about a person, today's date) is never remembered, nor is a question with an amount
 * in it or with something unanswered: those are about one person.
 */
class FixedTables {

    /** Far more than there are steps and municipalities; only against inputs without an end. */
    private static final int MOST_ANSWERS = 20_000;

    private final Remembered<Question, List<Map<String, Object>>> answers = new Remembered<>(MOST_ANSWERS);
    private final Remembered<String, Set<String>> fixedInputs = new Remembered<>(MOST_ANSWERS);

    private record Question(String table, Map<String, Object> inputs) {}

    /**
     * The rows that apply.
     *
     * @param table one version of one table
     * @param model reads its file
     * @param evaluation asks the engine
     */
    List<Map<String, Object>> rows(
            String table,
            Map<String, Object> inputs,
            Supplier<DmnModelInstance> model,
            Supplier<List<Map<String, Object>>> evaluation) {
        if (!inputs.values().stream().allMatch(FixedTables::isCode)) {
            return evaluation.get();
        }
        Set<String> asked = fixedInputs.of(table, first -> inputsIfFixed(model.get()));
        if (asked.isEmpty() || !inputs.keySet().containsAll(asked)) {
            return evaluation.get();
        }
        return answers.of(new Question(table, Map.copyOf(inputs)), first -> unchangeable(evaluation.get()));
    }

    private static boolean isCode(Object input) {
        return input instanceof String || input instanceof Boolean || input instanceof Date;
    }

    /** The names of the inputs if each is only a name and no cell calls anything; otherwise none. */
    static Set<String> inputsIfFixed(DmnModelInstance model) {
        Set<String> names = new TreeSet<>();
        for (Input input : model.getModelElementsByType(Input.class)) {
            String text = input.getInputExpression().getText().getTextContent().trim();
            if (!text.matches("[\\p{L}_][\\p{L}\\p{N}_]*")) {
                return Set.of();
            }
            names.add(text);
        }
        boolean calls =
                model.getModelElementsByType(InputEntry.class).stream().anyMatch(cell -> calls(cell.getTextContent()))
                        || model.getModelElementsByType(OutputEntry.class).stream()
                                .anyMatch(cell -> calls(cell.getTextContent()));
        return calls ? Set.of() : names;
    }

    /** A bracket outside of quoted text calls something, or at least is no plain value. */
    private static boolean calls(String cell) {
        return cell.replaceAll("\"[^\"]*\"", "").matches("(?s).*[(${].*");
    }

    private static List<Map<String, Object>> unchangeable(List<Map<String, Object>> rows) {
        List<Map<String, Object>> copy = new ArrayList<>();
        rows.forEach(row -> copy.add(Collections.unmodifiableMap(new HashMap<>(row))));
        return List.copyOf(copy);
    }
}
