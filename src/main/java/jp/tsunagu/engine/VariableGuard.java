package jp.tsunagu.engine;

import java.util.Set;
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

    private final VariableCatalogue catalogue;

    VariableGuard(VariableCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    void check(String name, TypedValue value) {
        if (ENGINES_OWN.contains(name) && ValueType.INTEGER.equals(value.getType())) {
            return;
        }
        Variable variable =
                catalogue.find(name).orElseThrow(() -> new ProcessEngineException("変数 " + name + " は手続の変数一覧にありません。"));
        boolean allowed = value.getValue() == null || isAllowed(variable, value.getValue());
        if (!allowed) {
            throw new ProcessEngineException("変数 " + name + " の値は、手続の変数一覧で許されていません。");
        }
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
