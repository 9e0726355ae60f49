package jp.tsunagu.procedure.check.course;

import java.util.List;
import jp.tsunagu.procedure.check.course.Node.Assignment;
import jp.tsunagu.procedure.check.course.Node.Event;
import jp.tsunagu.procedure.check.course.Node.Kind;

/**
 * Which variables may still be read before they are set anew, from each place of a diagram. What is not read any more is
 * forgotten: otherwise each old answer would double the states.
 */
final class Liveness {

    private final Diagram diagram;
    private final Variables variables;
    private final Effects effects;
    private final Questions.Asked asked;
    private final long wanted;
    private final long[] entering;
    private final long[] resting;
    private final long anyTime;

    /** @param wanted what those who call this diagram read at its end */
    Liveness(Diagram diagram, Variables variables, Effects effects, Questions.Asked asked, long wanted) {
        this.diagram = diagram;
        this.variables = variables;
        this.effects = effects;
        this.asked = asked;
        this.wanted = wanted;
        entering = new long[diagram.nodes().size()];
        resting = new long[diagram.nodes().size()];
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int i = diagram.nodes().size() - 1; i >= 0; i--) {
                changed |= improve(diagram.nodes().get(i));
            }
        }
        long always = 0;
        for (Node node : diagram.nodes()) {
            always |= node.kind == Kind.EVENT_PART && node.start() != null ? resting[node.start().index] : 0;
        }
        anyTime = always;
    }

    /** As bits, while a case waits there. */
    long at(Node node) {
        return resting[node.index];
    }

    /** While it waits at a joining gateway for the others. */
    long before(Node node) {
        return entering[node.index];
    }

    /** What somebody reads when the case has ended. */
    long atEnd() {
        return wanted;
    }

    /** What an event that can happen at any time may read. */
    long anyTime() {
        return anyTime;
    }

    private boolean improve(Node node) {
        long rest = leaving(node) & ~set(node.atEnd) & ~effects.of(node) & ~mapped(node);
        if (node.condition != null) {
            rest |= variables.bits(node.condition.variables());
        }
        for (Node boundary : node.boundaries) {
            rest |= entering[boundary.index];
        }
        long enter = rest;
        if (node.kind == Kind.PART && node.start() != null) {
            enter |= entering[node.start().index];
        }
        if (node.kind == Kind.THROW && node.event == Event.LINK && diagram.linked(node) != null) {
            enter |= entering[diagram.linked(node).index];
        }
        enter &= ~set(node.atStart);
        boolean changed = enter != entering[node.index] || rest != resting[node.index];
        entering[node.index] = enter;
        resting[node.index] = rest;
        return changed;
    }

    private long leaving(Node node) {
        long live = asked.at(node).stream()
                .mapToLong(question -> variables.bits(question.condition().variables()))
                .reduce(0, (one, other) -> one | other);
        if (node.kind == Kind.END || node.outgoing.isEmpty()) {
            live |= wanted;
        }
        for (Flow flow : node.outgoing) {
            live |= entering[flow.target().index] & ~set(flow.onTake());
            live |= flow.condition() == null
                    ? 0
                    : variables.bits(flow.condition().variables());
        }
        return live;
    }

    private long set(List<Assignment> assignments) {
        return variables.bits(assignments.stream().map(Assignment::variable).toList());
    }

    private long mapped(Node node) {
        return variables.bits(node.out.stream().map(Node.Mapping::target).toList());
    }
}
