package jp.tsunagu.procedure.check.course;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.tsunagu.procedure.check.course.Condition.Verdict;
import jp.tsunagu.procedure.check.course.Node.Event;
import jp.tsunagu.procedure.check.course.Node.Kind;
import jp.tsunagu.procedure.check.course.Run.Act;
import jp.tsunagu.procedure.check.course.Run.Move;
import jp.tsunagu.procedure.check.course.Run.Token;
import jp.tsunagu.procedure.check.course.Terrain.Outcome;

/** Everything that can happen next while a case waits: steps done, events, called diagrams that end. */
final class Acts {

    private final Terrain terrain;
    private final Stepper.Trouble trouble;
    private final Ends ends;
    private boolean atOnce;

    Acts(Terrain terrain, Stepper.Trouble trouble) {
        this.terrain = terrain;
        this.trouble = trouble;
        ends = new Ends(terrain);
    }

    /**
     * One thing that can happen.
     *
     * @param abrupt an event breaks the whole procedure off: nothing that a case should need in order to end
     * @param passing the part that it passes through without waiting or changing anything; null if there is more to it
     */
    record Begun(Run run, boolean abrupt, Node passing) {

        Begun(Run run, boolean abrupt) {
            this(run, abrupt, null);
        }
    }

    /** Whether the last state did not wait at all. */
    boolean wasAtOnce() {
        return atOnce;
    }

    List<Begun> from(Run state) {
        List<Begun> begun = new ArrayList<>();
        atOnce = false;
        for (Token token : state.resting) {
            if (!token.joining() && atOnce(state, token, begun)) {
                atOnce = true;
                return begun;
            }
        }
        for (Token token : state.resting) {
            if (!token.joining()) {
                done(state, token, begun);
                token.node().boundaries.forEach(boundary -> border(state, token, boundary, begun));
                anyTime(state, token.node(), begun);
            }
        }
        anyTime(state, null, begun);
        return begun;
    }

    /** The engine does not wait where the condition of an event holds already. */
    private boolean atOnce(Run state, Token token, List<Begun> begun) {
        if (waitsFor(state, token.node())) {
            begun.add(new Begun(without(state, token).leave(token.node(), token.tags()), false));
            return true;
        }
        for (Node boundary : token.node().boundaries) {
            if (boundary.interrupts() && waitsFor(state, boundary)) {
                Run run = state.copy();
                ends.border(run, token, boundary);
                begun.add(new Begun(run, false));
                return true;
            }
        }
        return false;
    }

    private boolean waitsFor(Run state, Node node) {
        return node.event == Event.CONDITION
                && node.condition.holds(terrain.variables().in(state.values)).is(Verdict.YES);
    }

    private static Run without(Run state, Token token) {
        Run run = state.copy();
        run.resting.remove(token);
        return run;
    }

    private void done(Run state, Token token, List<Begun> begun) {
        Node node = token.node();
        switch (node.kind) {
            case WAIT -> {
                Run run = without(state, token);
                terrain.effects().forget(node, run.values);
                begun.add(new Begun(run.leave(node, token.tags()), false));
            }
            case CATCH -> begun.add(new Begun(caught(without(state, token), node, token), false));
            case EVENT_GATE -> {
                for (Flow flow : node.outgoing) {
                    Run run = without(state, token);
                    run.label.add(flow.target().index);
                    begun.add(new Begun(caught(run, flow.target(), token), false));
                }
            }
            case CALL -> called(state, token, begun);
            default -> {
                // a part is done when what is inside is
            }
        }
    }

    private Run caught(Run run, Node node, Token token) {
        if (node.event == Event.CONDITION) {
            run.moves.push(new Move(Act.PROVIDED, node, token.tags(), null, 1));
            return run;
        }
        terrain.effects().forget(node, run.values);
        return run.leave(node, token.tags());
    }

    private void called(Run state, Token token, List<Begun> begun) {
        Node node = token.node();
        Set<Outcome> outcomes = terrain.outcomes().get(node.attribute("calledElement"));
        if (outcomes == null || outcomes.isEmpty()) {
            outcomes = Set.of(new Outcome(null, Map.of()));
        }
        for (Outcome outcome : outcomes) {
            Run run = state.copy();
            node.out.forEach(mapping -> terrain.variables()
                    .set(run.values, mapping.target(), outcome.left().get(mapping.source())));
            Node catcher = outcome.error() == null ? null : catcher(node, outcome.error());
            if (catcher != null) {
                ends.border(run, token, catcher);
            } else {
                run.resting.remove(token);
                terrain.effects().forget(node, run.values);
                run.leave(node, token.tags());
                if (outcome.error() != null) {
                    trouble.found(Problem.Kind.ERROR_NOT_CAUGHT, node, run);
                }
            }
            begun.add(new Begun(run, false));
        }
    }

    private static Node catcher(Node node, String code) {
        return node.boundaries.stream()
                .filter(border -> border.event == Event.ERROR && Ends.matches(border, code))
                .findFirst()
                .orElse(null);
    }

    private void border(Run state, Token token, Node boundary, List<Begun> begun) {
        boolean thrown = boundary.event == Event.ERROR || boundary.event == Event.ESCALATION;
        boolean byInside = thrown && (token.node().kind == Kind.PART || token.node().kind == Kind.CALL);
        boolean error = boundary.event == Event.ERROR;
        if (byInside && (error || token.node().kind == Kind.PART)) {
            return;
        }
        if (!boundary.interrupts() && runs(state, boundary)) {
            return;
        }
        Run run = state.copy();
        if (boundary.event == Event.CONDITION) {
            provided(run, token, boundary);
        } else {
            ends.border(run, token, boundary);
            terrain.effects().forget(boundary, run.values);
        }
        begun.add(new Begun(run, false));
    }

    /** Chooses the value first, so that what follows knows it. */
    private void provided(Run run, Token token, Node boundary) {
        ends.border(run, token, boundary);
        Move entering = run.moves.pop();
        run.moves.push(new Move(Act.PROVIDED, boundary, entering.tags(), null, 0));
    }

    /** What an event began that does not interrupt is still there: it happens once at a time. */
    private static boolean runs(Run state, Node boundary) {
        return state.resting.stream()
                .anyMatch(token ->
                        Integer.valueOf(1).equals(token.tags().branches().get(boundary.index)));
    }

    private void anyTime(Run state, Node scope, List<Begun> begun) {
        List<Node> parts = terrain.shape().eventParts(scope);
        for (Node part : parts) {
            if (part.start().interrupts() && state.at(part) != null) {
                return;
            }
        }
        for (Node part : parts) {
            Node start = part.start();
            if (start.event != Event.ERROR && start.event != Event.ESCALATION && state.at(part) == null) {
                begun.add(
                        terrain.shape().passes(part, terrain.effects())
                                ? new Begun(null, false, part)
                                : new Begun(begun(state, part), start.interrupts() && scope == null));
            }
        }
    }

    /** The part begins. */
    Run begun(Run state, Node part) {
        Run run = state.copy();
        ends.begin(run, part);
        terrain.effects().forget(part.start(), run.values);
        return run;
    }
}
