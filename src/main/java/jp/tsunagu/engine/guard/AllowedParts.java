package jp.tsunagu.engine.guard;

import java.util.Map;
import java.util.Set;

/**
 * The closed list: which beans a procedure may name, and what it may ask of them. Whatever is not on it does not exist for a
 * diagram or a table.
 *
 * @param steps beans for the delegate expression of a step
 * @param listeners beans for the delegate expression of a listener
 * @param calls bean → methods that expressions may call
 * @param closed whether a file that names anything else is refused at once; otherwise what is not on the list is missing when
 *     it is come to, and is not there either
 */
public record AllowedParts(Set<String> steps, Set<String> listeners, Map<String, Set<String>> calls, boolean closed) {

    /** Given by the engine itself; what may be written there, the guard of the variables says. */
    static final String EXECUTION = "execution";

    /** The case number, which a called process is given. */
    static final String CASE_NUMBER = "processBusinessKey";

    private static final Set<String> OF_EXECUTION = Set.of("setVariable");

    /** The lists of Tasklist are evaluated outside of any case: they know the calendar and who is asking, nothing of a case. */
    private static final Map<String, Set<String>> OF_LISTS = Map.of("workingDays", Set.of("after"));

    public AllowedParts {
        steps = Set.copyOf(steps);
        listeners = Set.copyOf(listeners);
        calls = Map.copyOf(calls);
    }

    AllowedParts notClosed() {
        return new AllowedParts(steps, listeners, calls, false);
    }

    boolean allowsCall(String name, String method) {
        Set<String> methods = name.equals(EXECUTION) ? OF_EXECUTION : calls.getOrDefault(name, Set.of());
        return !closed || methods.contains(method);
    }

    boolean allowsDelegate(String name, boolean listener) {
        return !closed || (listener ? listeners : steps).contains(name);
    }

    boolean isNamed(String name) {
        return steps.contains(name) || listeners.contains(name) || calls.containsKey(name);
    }

    Set<String> callsOf(String name) {
        return calls.getOrDefault(name, Set.of());
    }

    static boolean allowsOnExecution(String method) {
        return OF_EXECUTION.contains(method);
    }

    static Set<String> callsOfLists(String name) {
        return OF_LISTS.getOrDefault(name, Set.of());
    }
}
