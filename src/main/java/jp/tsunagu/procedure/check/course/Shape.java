package jp.tsunagu.procedure.check.course;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.tsunagu.procedure.check.course.Node.Event;
import jp.tsunagu.procedure.check.course.Node.Kind;

/** What follows from the lines of a diagram alone. */
final class Shape {

    private final Diagram diagram;
    private final BitSet[] reach;
    private final BitSet beside = new BitSet();
    private final Map<Integer, List<Node>> eventParts = new HashMap<>();
    private final Map<Node, Boolean> passing = new HashMap<>();
    private final Map<Node, Boolean> aside = new HashMap<>();

    Shape(Diagram diagram) {
        this.diagram = diagram;
        List<Node> nodes = diagram.nodes();
        reach = new BitSet[nodes.size()];
        for (Node node : nodes) {
            reach[node.index] = reachable(node);
        }
        for (Node node : nodes) {
            if (reach[node.index].stream().mapToObj(nodes::get).allMatch(Shape::harmless)) {
                beside.set(node.index);
            }
        }
    }

    /**
     * Whether the engine thinks that a token here may still come to this inclusive gateway. Like the engine it follows lines
     * out of a part at its end, and does not look at events on the border of a step.
     */
    boolean mayReach(Node from, Node gateway) {
        return reach[from.index].get(gateway.index);
    }

    /** The parts directly in this scope that an event begins. */
    List<Node> eventParts(Node scope) {
        return eventParts.computeIfAbsent(
                scope == null ? -1 : scope.index,
                first -> diagram.inside(scope).stream()
                        .filter(part -> part.kind == Kind.EVENT_PART && part.start() != null)
                        .toList());
    }

    /** A part that interrupts nothing, waits for nothing, decides nothing and sets nothing. */
    boolean passes(Node part, Effects effects) {
        return passing.computeIfAbsent(
                part,
                first -> !part.start().interrupts()
                        && part.inside.stream().allMatch(node -> straight(node) && effects.of(node) == 0));
    }

    /** From here it is one line to a plain end, on which nothing is decided or set: when it is done makes no difference. */
    boolean aside(Node node, Effects effects) {
        return aside.computeIfAbsent(
                node,
                first -> reach[node.index].stream()
                        .mapToObj(index -> diagram.nodes().get(index))
                        .allMatch(next -> (next == node || straight(next))
                                && plain(next)
                                && next.kind != Kind.START
                                && effects.of(next) == 0));
    }

    private static boolean plain(Node node) {
        return node.atStart.isEmpty()
                && node.atEnd.isEmpty()
                && node.boundaries.isEmpty()
                && node.outgoing.size() == (node.kind == Kind.END ? 0 : 1)
                && node.incoming.size() == 1
                && node.scope == null
                && node.outgoing.stream()
                        .allMatch(flow ->
                                flow.condition() == null && flow.onTake().isEmpty());
    }

    private static boolean straight(Node node) {
        boolean plain =
                node.kind == Kind.START || node.kind == Kind.PASS || node.kind == Kind.END && node.event == Event.NONE;
        return plain
                && node.atStart.isEmpty()
                && node.atEnd.isEmpty()
                && node.boundaries.isEmpty()
                && node.outgoing.size() == (node.kind == Kind.END ? 0 : 1)
                && node.incoming.size() <= 1
                && node.outgoing.stream()
                        .allMatch(flow ->
                                flow.condition() == null && flow.onTake().isEmpty());
    }

    /** From here a case only comes to plain ends: two that wait here do each other no harm. */
    boolean isBeside(Node node) {
        return beside.get(node.index);
    }

    private static boolean harmless(Node node) {
        return !node.joins() && !node.forks() && node.event != Event.TERMINATE && node.kind != Kind.PART;
    }

    private BitSet reachable(Node from) {
        BitSet seen = new BitSet();
        Deque<Node> open = new ArrayDeque<>();
        seen.set(from.index);
        open.push(from);
        while (!open.isEmpty()) {
            Node node = open.pop();
            for (Flow flow : node.outgoing) {
                add(flow.target(), seen, open);
            }
            if (node.kind == Kind.THROW && node.event == Event.LINK && diagram.linked(node) != null) {
                add(diagram.linked(node), seen, open);
            } else if (node.outgoing.isEmpty() && node.scope != null) {
                add(node.scope, seen, open);
            }
        }
        return seen;
    }

    private static void add(Node node, BitSet seen, Deque<Node> open) {
        if (!seen.get(node.index)) {
            seen.set(node.index);
            open.push(node);
        }
    }
}
