package jp.tsunagu.engine;

import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import jp.tsunagu.engine.VariableCatalogue.Type;
import jp.tsunagu.engine.VariableCatalogue.Variable;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.variable.type.ValueType;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.json.SpinJsonNode;

/**
 * Keeps every variable out of the engine that is not on the list, whatever way it comes: personal data belong into the
 * case file only (要領 第12条). Messages name the variable, never its value.
 */
class VariableGuard {

    /** What the engine itself writes for multi-instance activities. */
    private static final Set<String> ENGINES_OWN =
            Set.of("loopCounter", "nrOfInstances", "nrOfActiveInstances", "nrOfCompletedInstances");

    private final Supplier<VariableLists> lists;

    VariableGuard(Supplier<VariableLists> lists) {
        this.lists = lists;
    }

    /**
     * Lets through what the present list allows, or that of the set on which the instance runs: an old case goes on by what was
     * decided on when it began.
     *
     * @param set asks for the instance's set; null if it has none (yet)
     */
    void check(String name, TypedValue value, Supplier<Integer> set) {
        if (ENGINES_OWN.contains(name) && ValueType.INTEGER.equals(value.getType())) {
            return;
        }
        Optional<Variable> present = lists.get().present().find(name);
        if (present.filter(variable -> allows(variable, value)).isPresent()) {
            return;
        }
        Integer own = Names.PROCEDURE_SET.equals(name) ? null : set.get();
        Optional<Variable> ofCase =
                own == null ? Optional.empty() : lists.get().of(own).find(name);
        if (ofCase.filter(variable -> allows(variable, value)).isEmpty()) {
            boolean known = present.isPresent() || ofCase.isPresent();
            throw new ProcessEngineException("変数 " + name + (known ? " の値は、手続の変数一覧で許されていません。" : " は手続の変数一覧にありません。"));
        }
    }

    private static boolean allows(Variable variable, TypedValue value) {
        return value.getValue() == null || isAllowed(variable, value.getValue());
    }

    private static boolean isAllowed(Variable variable, Object value) {
        Type type = variable.type();
        if (value instanceof String text) {
            return type == Type.STRING && variable.allowsText(text);
        }
        if (value instanceof SpinJsonNode json) {
            return type == Type.JSON && isListOfAllowed(variable, json);
        }
        return (value instanceof Boolean && type == Type.BOOLEAN)
                || (value instanceof Integer && type == Type.INTEGER)
                || (value instanceof java.util.Date && type == Type.DATE);
    }

    private static boolean isListOfAllowed(Variable variable, SpinJsonNode json) {
        return json.isArray()
                && StreamSupport.stream(json.elements().spliterator(), false)
                        .allMatch(member -> member.isString() && variable.allowsText(member.stringValue()));
    }
}
