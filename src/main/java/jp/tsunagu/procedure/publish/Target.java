package jp.tsunagu.procedure.publish;

import java.util.Map;

/**
 * Where cases are to be brought.
 *
 * @param set the procedure set
 * @param definitions process → its version of the diagram in that set
 * @param steps process → step of now → step of then, where somebody chose one
 */
record Target(int set, Map<String, String> definitions, Map<String, Map<String, String>> steps) {

    String step(String process, String step) {
        return steps.getOrDefault(process, Map.of()).getOrDefault(step, step);
    }
}
