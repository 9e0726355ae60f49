package jp.tsunagu.procedure.check.course;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import jp.tsunagu.procedure.check.course.Node.Event;
import jp.tsunagu.procedure.check.course.Node.Kind;
import jp.tsunagu.procedure.check.course.Run.Act;
import jp.tsunagu.procedure.check.course.Run.Move;
import jp.tsunagu.procedure.check.course.Run.Token;

/** Carries an act on until everything waits, as the engine does in one transaction. Where a value decides, all ways are gone. */
final class Stepper {

    /** A step that one act enters more often than this goes round without ever waiting. */
    private static final int ROUNDS = 3;

    /** Of one act on all its ways: so many gateways in a row, without anybody waiting, are no procedure. */
    private static final int MOST_STEPS = 20_000;

    /** Hears what goes wrong on the way. */
    interface Trouble {

        void found(Problem.Kind kind, Node node, Run run);
    }

    final Terrain terrain;
    private final Trouble trouble;
    private final Ends ends;
    private final Crossings crossings;
    final BitSet reached = new BitSet();
    private boolean exhausted;

    Stepper(Terrain terrain, Trouble trouble) {
        this.terrain = terrain;
        this.trouble = trouble;
        ends = new Ends(terrain);
        crossings = new Crossings(terrain, trouble);
    }

    /** Whether one act had more ways than can be looked at. */
    boolean exhausted() {
        return exhausted;
    }

    BitSet taken() {
        return crossings.taken;
    }

    /** Where the act can lead to. */
    List<Run> settled(Run begun) {
        List<Run> settled = new ArrayList<>();
        Deque<Run> open = new ArrayDeque<>(List.of(begun));
        for (int steps = 0; !open.isEmpty(); steps++) {
            if (steps > MOST_STEPS) {
                exhausted = true;
                return settled;
            }
            Run run = open.pop();
            if (run.moves.isEmpty()) {
                settled.add(run);
            } else {
                step(run, open);
            }
        }
        return settled;
    }

    private void step(Run run, Deque<Run> open) {
        Move move = run.moves.pop();
        switch (move.act()) {
            case ENTER -> enter(run, move, open);
            case PROVIDED -> crossings.provided(run, move, open);
            default -> crossings.leave(run, move, open);
        }
    }

    private void enter(Run run, Move move, Deque<Run> open) {
        Node node = move.node();
        reached.set(node.index);
        if (node.joins() && !joined(run, move)) {
            if (!run.broken) {
                open.push(run);
            }
            return;
        }
        run.label.add(node.index);
        if (run.label.times(node.index) > ROUNDS) {
            trouble.found(Problem.Kind.NO_REST, node, run);
            return;
        }
        run.set(node.atStart, terrain.variables());
        Tags tags = node.joins() ? merged(run, node) : move.tags();
        switch (node.kind) {
            case WAIT, CALL, EVENT_GATE, CATCH -> stop(run, node, tags, open);
            case PART -> part(run, node, tags, open);
            case PASS -> pass(run, node, tags, open);
            case THROW -> thrown(run, node, tags, open);
            case END -> {
                ends.reach(run, node);
                open.push(run);
            }
            default -> open.push(run.leave(node, tags));
        }
    }

    /** Whether the gateway opens with this token; if not it waits there. */
    private boolean joined(Run run, Move move) {
        Node gateway = move.node();
        List<Token> waiting =
                run.resting.stream().filter(token -> token.node() == gateway).toList();
        if (waiting.stream().anyMatch(token -> token.by() == move.by())) {
            trouble.found(Problem.Kind.TWO_ON_ONE_LINE, gateway, run);
            run.broken = true;
            return false;
        }
        run.resting.add(new Token(gateway, move.by(), move.tags()));
        if (waiting.size() + 1 >= gateway.incoming.size()) {
            return true;
        }
        return gateway.kind == Kind.SOME_WAYS && nobodyElseComes(run, gateway);
    }

    private boolean nobodyElseComes(Run run, Node gateway) {
        Node scope = gateway.scope;
        boolean waits = run.resting.stream()
                .filter(token -> token.node() != gateway && token.node().isInside(scope))
                .anyMatch(token -> terrain.shape().mayReach(token.node(), gateway));
        return !waits
                && run.moves.stream()
                        .filter(move -> move.node().isInside(scope))
                        .noneMatch(move -> terrain.shape().mayReach(move.node(), gateway));
    }

    private static Tags merged(Run run, Node gateway) {
        Tags tags = run.resting.stream()
                .filter(token -> token.node() == gateway)
                .map(Token::tags)
                .reduce(Tags::joined)
                .orElse(Tags.NONE);
        run.resting.removeIf(token -> token.node() == gateway);
        return tags;
    }

    /** It waits here, unless there is nothing to wait for, or nobody who would notice. */
    private void stop(Run run, Node node, Tags tags, Deque<Run> open) {
        boolean passes = node.event == Event.LINK || node.kind == Kind.WAIT && terrain.aside(node);
        if (passes) {
            open.push(run.leave(node, tags));
        } else {
            rest(run, node, tags, open);
        }
    }

    private void rest(Run run, Node node, Tags tags, Deque<Run> open) {
        Token there = run.at(node);
        if (there == null) {
            run.resting.add(new Token(node, null, tags));
            open.push(run);
        } else if (there.tags().parted(tags) || !terrain.shape().isBeside(node)) {
            trouble.found(Problem.Kind.TWO_AT_ONCE, node, run);
        } else {
            // the same step beside the way once more, from an earlier round: it counts as one
            open.push(run);
        }
    }

    private void part(Run run, Node node, Tags tags, Deque<Run> open) {
        if (run.at(node) != null) {
            trouble.found(Problem.Kind.TWO_AT_ONCE, node, run);
            return;
        }
        run.resting.add(new Token(node, null, tags));
        Node start = node.start();
        if (start == null) {
            trouble.found(Problem.Kind.LEADS_NOWHERE, node, run);
            return;
        }
        open.push(run.enter(start, Tags.NONE));
    }

    private void pass(Run run, Node node, Tags tags, Deque<Run> open) {
        for (Node boundary : node.boundaries) {
            if (boundary.event == Event.ERROR) {
                open.push(run.copy().enter(boundary, tags));
            }
        }
        terrain.effects().forget(node, run.values);
        open.push(run.leave(node, tags));
    }

    private void thrown(Run run, Node node, Tags tags, Deque<Run> open) {
        if (node.event != Event.LINK) {
            ends.escalate(run, node);
            open.push(run.leave(node, tags));
            return;
        }
        Node target = terrain.diagram().linked(node);
        if (target == null) {
            trouble.found(Problem.Kind.LEADS_NOWHERE, node, run);
        } else {
            run.moves.push(new Move(Act.ENTER, target, tags, null, 0));
            open.push(run);
        }
    }
}
