package jp.tsunagu.procedure.check.course;

import java.nio.IntBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The states of a diagram and what leads from one to the other, in the order in which they were found. */
final class Graph {

    private final List<State> states = new ArrayList<>();
    private final List<int[]> labels = new ArrayList<>();
    private final Map<IntBuffer, Integer> labelNumbers = new HashMap<>();
    private int[] parent = new int[1024];
    private int[] parentLabel = new int[1024];
    private int[] firstEdge = new int[1024];
    private int[] target = new int[4096];
    private int[] label = new int[4096];
    private boolean[] abrupt = new boolean[4096];
    private int edges;
    private int expanded;

    int states() {
        return states.size();
    }

    State state(int number) {
        return states.get(number);
    }

    /** How many of the states had all that follows looked at. */
    int expandedStates() {
        return expanded;
    }

    boolean whole() {
        return expanded == states.size();
    }

    int add(State state, int from, int[] events) {
        int number = states.size();
        states.add(state);
        if (number + 2 > parent.length) {
            parent = Arrays.copyOf(parent, 2 * parent.length);
            parentLabel = Arrays.copyOf(parentLabel, 2 * parentLabel.length);
            firstEdge = Arrays.copyOf(firstEdge, 2 * firstEdge.length);
        }
        parent[number] = from;
        parentLabel[number] = number(events);
        return number;
    }

    private int number(int[] events) {
        IntBuffer key = IntBuffer.wrap(events);
        Integer number = labelNumbers.get(key);
        if (number == null) {
            number = labels.size();
            labels.add(events);
            labelNumbers.put(key, number);
        }
        return number;
    }

    /** From the state that is being expanded. */
    void connect(int to, int[] events, boolean breaksOff) {
        if (edges == target.length) {
            target = Arrays.copyOf(target, 2 * edges);
            label = Arrays.copyOf(label, 2 * edges);
            abrupt = Arrays.copyOf(abrupt, 2 * edges);
        }
        target[edges] = to;
        label[edges] = number(events);
        abrupt[edges] = breaksOff;
        edges++;
    }

    void expanded() {
        expanded++;
        firstEdge[expanded] = edges;
    }

    int edges() {
        return edges;
    }

    int edgesFrom(int state) {
        return state < expanded ? firstEdge[state] : edges;
    }

    int edgesTo(int state) {
        return state < expanded ? firstEdge[state + 1] : edges;
    }

    int target(int edge) {
        return target[edge];
    }

    int label(int edge) {
        return label[edge];
    }

    boolean abrupt(int edge) {
        return abrupt[edge];
    }

    int labels() {
        return labels.size();
    }

    int[] events(int labelNumber) {
        return labels.get(labelNumber);
    }

    /** The shortest way to this state: ids of what a case comes by. */
    List<String> way(int state, Diagram diagram) {
        Deque<int[]> parts = new ArrayDeque<>();
        for (int at = state; at >= 0; at = parent[at]) {
            parts.push(labels.get(parentLabel[at]));
        }
        List<String> way = new ArrayList<>();
        for (int[] events : parts) {
            for (int event : events) {
                if (event < diagram.nodes().size()) {
                    way.add(diagram.nodes().get(event).id);
                }
            }
        }
        return way;
    }
}
