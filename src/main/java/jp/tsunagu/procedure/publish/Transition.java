package jp.tsunagu.procedure.publish;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * 経過措置 with what goes with it.
 *
 * @param fromSteps process/step: where a case has to stand to move, if only some do
 * @param mapping process/step of now → step of the new diagram
 */
public record Transition(TransitionRule rule, Set<String> fromSteps, SortedMap<String, String> mapping) {

    public Transition {
        fromSteps = new TreeSet<>(fromSteps);
        mapping = new TreeMap<>(mapping);
    }

    static Transition first() {
        return new Transition(TransitionRule.MOVE, Set.of(), new TreeMap<>());
    }

    /** Process → step → step. */
    Map<String, Map<String, String>> steps() {
        Map<String, Map<String, String>> steps = new HashMap<>();
        mapping.forEach((place, step) ->
                steps.computeIfAbsent(process(place), first -> new HashMap<>()).put(step(place), step));
        return steps;
    }

    static String process(String place) {
        return place.substring(0, place.indexOf('/'));
    }

    static String step(String place) {
        return place.substring(place.indexOf('/') + 1);
    }
}
