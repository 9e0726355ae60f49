package jp.tsunagu.procedure.check.course;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import jp.tsunagu.procedure.check.course.Terrain.Outcome;

/**
 * All ways through one diagram: states, and what happens on the way from one to the other. An event on the way is that a step
 * is entered, that it is left, or that a question about values was answered with yes at that moment.
 */
public final class Course {

    private final Terrain terrain;
    private final Graph graph;
    private final BitSet reached;
    private final BitSet taken;
    private final BitSet troubled;
    private final BitSet hasty;
    private final List<Problem> problems;
    private final Set<Outcome> outcomes;
    private List<Problem> unsound;

    Course(
            Terrain terrain,
            Graph graph,
            BitSet reached,
            BitSet taken,
            BitSet troubled,
            BitSet hasty,
            List<Problem> problems,
            Set<Outcome> outcomes) {
        this.terrain = terrain;
        this.graph = graph;
        this.reached = reached;
        this.taken = taken;
        this.troubled = troubled;
        this.hasty = hasty;
        this.problems = List.copyOf(problems);
        this.outcomes = outcomes;
    }

    public Diagram diagram() {
        return terrain.diagram();
    }

    /** How many states were found; in the first, number 0, the case has not begun. */
    public int states() {
        return graph.states();
    }

    /** Whether these are all states. */
    public boolean whole() {
        return graph.whole();
    }

    /** Whether it was too large; where a flow doubles there is no end of states, and that is told already. */
    public boolean tooLarge() {
        return !whole()
                && problems.stream()
                        .noneMatch(problem -> problem.kind() == Problem.Kind.TWO_AT_ONCE
                                || problem.kind() == Problem.Kind.TWO_ON_ONE_LINE);
    }

    /** Whether the case has ended there. */
    public boolean ended(int state) {
        return graph.state(state).ended();
    }

    /** Whether this step waits there. */
    public boolean open(int state, String element) {
        return graph.state(state).tokens().stream()
                .anyMatch(token -> !token.joining() && token.node().id.equals(element));
    }

    /**
     * The states in which a message of this name would be heard. Where something happens at once the case does not wait, and
     * need not hear.
     */
    public BitSet hearing(String message) {
        BitSet labels = new BitSet();
        for (int label = 0; label < labels(); label++) {
            for (int event : events(label)) {
                Node node = event < diagram().nodes().size() ? diagram().nodes().get(event) : null;
                if (node != null
                        && node.kind != Node.Kind.END
                        && node.kind != Node.Kind.THROW
                        && node.event == Node.Event.MESSAGE
                        && node.eventName.equals(message)) {
                    labels.set(label);
                }
            }
        }
        BitSet hearing = (BitSet) hasty.clone();
        hearing.set(graph.expandedStates(), graph.states());
        for (int state = 0; state < states(); state++) {
            for (int edge = edgesFrom(state); edge < edgesTo(state); edge++) {
                if (labels.get(label(edge))) {
                    hearing.set(state);
                }
            }
        }
        return hearing;
    }

    /** The ways on from a state have the numbers from this one on… */
    public int edgesFrom(int state) {
        return graph.edgesFrom(state);
    }

    /** …up to, but without, this one. */
    public int edgesTo(int state) {
        return graph.edgesTo(state);
    }

    public int target(int edge) {
        return graph.target(edge);
    }

    public int label(int edge) {
        return graph.label(edge);
    }

    /** How many different series of events there are. */
    public int labels() {
        return graph.labels();
    }

    /** What happens, in order. */
    public int[] events(int label) {
        return graph.events(label);
    }

    public int entering(Node node) {
        return node.index;
    }

    public int leaving(Node node) {
        return diagram().nodes().size() + node.index;
    }

    public int answered(Questions.Question question) {
        return 2 * diagram().nodes().size() + terrain.asked().number(question);
    }

    /** The ids of the steps that are entered in a series of events. */
    public List<String> entered(int label) {
        List<String> entered = new ArrayList<>();
        for (int event : graph.events(label)) {
            if (event < diagram().nodes().size()) {
                entered.add(diagram().nodes().get(event).id);
            }
        }
        return entered;
    }

    List<String> told(byte[] values) {
        return terrain.variables().told(values);
    }

    Graph graph() {
        return graph;
    }

    boolean reached(Node node) {
        return reached.get(node.index);
    }

    boolean taken(Flow flow) {
        return taken.get(flow.index());
    }

    /** States from which something leads into trouble. */
    BitSet troubled() {
        return troubled;
    }

    List<Problem> problems() {
        return problems;
    }

    /** Everything that is wrong; worked out once. */
    synchronized List<Problem> unsound() {
        if (unsound == null) {
            unsound = List.copyOf(Soundness.of(this));
        }
        return unsound;
    }

    Set<Outcome> outcomes() {
        return outcomes;
    }
}
