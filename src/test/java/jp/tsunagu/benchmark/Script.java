package jp.tsunagu.benchmark;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.spin.plugin.variable.SpinValues;
import org.camunda.spin.plugin.variable.value.JsonValue;

/** A walk as it was really walked once: each form as sent, and what our door gave the engine for it. */
record Script(String name, List<Sent> forms) {

    /** The script until this form is open. */
    Script until(String step) {
        return new Script(
                name, forms.subList(0, forms.stream().map(Sent::step).toList().indexOf(step)));
    }

    /**
     * One form.
     *
     * @param document as sent, but for the version of the case
     * @param variables what the engine got from it
     */
    record Sent(String account, String step, String form, int formVersion, String data, Map<String, Object> variables) {

        String document(int caseVersion) {
            return "{\"form\":\"" + form + "\",\"formVersion\":" + formVersion + ",\"caseVersion\":" + caseVersion
                    + ",\"data\":" + data + "}";
        }

        /** Values of their own for each submission: the engine keeps state in those that it serializes. */
        Map<String, Object> freshVariables() {
            Map<String, Object> fresh = new HashMap<>(variables);
            fresh.replaceAll((name, value) -> value instanceof JsonValue json
                    ? SpinValues.jsonValue(json.getValueSerialized()).create()
                    : value);
            return fresh;
        }
    }
}
