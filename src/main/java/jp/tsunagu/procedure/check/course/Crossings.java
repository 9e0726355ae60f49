package jp.tsunagu.procedure.check.course;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.function.BiConsumer;
import jp.tsunagu.procedure.check.course.Condition.Answer;
import jp.tsunagu.procedure.check.course.Node.Event;
import jp.tsunagu.procedure.check.course.Node.Kind;
import jp.tsunagu.procedure.check.course.Run.Act;
import jp.tsunagu.procedure.check.course.Run.Move;

/** How a token leaves a step: by which lines, and what has to be known for it. */
final class Crossings {

    private final Terrain terrain;
    private final Stepper.Trouble trouble;
    private final Ends ends;
    final BitSet taken = new BitSet();

    Crossings(Terrain terrain, Stepper.Trouble trouble) {
        this.terrain = terrain;
        this.trouble = trouble;
        ends = new Ends(terrain);
    }

    void leave(Run run, Move move, Deque<Run> open) {
        Node node = move.node();
        if (move.act() == Act.LEAVE) {
            run.set(node.atEnd, terrain.variables());
            run.label.add(terrain.diagram().nodes().size() + node.index);
        }
        List<Questions.Question> questions = terrain.asked().at(node);
        if (move.number() < questions.size()) {
            Questions.Question question = questions.get(move.number());
            decide(run, node, question.condition(), (answered, holds) -> {
                if (Boolean.TRUE.equals(holds)) {
                    answered.label.add(2 * terrain.diagram().nodes().size()
                            + terrain.asked().number(question));
                }
                answered.moves.push(new Move(Act.ASK, node, move.tags(), null, move.number() + 1));
                open.push(answered);
            });
        } else {
            onward(run, node, move.tags(), open);
        }
    }

    /** An event that happens only if its condition holds. */
    void provided(Run run, Move move, Deque<Run> open) {
        decide(run, move.node(), move.node().condition, (answered, holds) -> {
            if (Boolean.TRUE.equals(holds)) {
                open.push(
                        move.node().kind == Kind.BOUNDARY
                                ? answered.enter(move.node(), move.tags())
                                : answered.leave(move.node(), move.tags()));
            }
        });
    }

    private void onward(Run run, Node node, Tags tags, Deque<Run> open) {
        if (node.outgoing.isEmpty()) {
            trouble.found(Problem.Kind.LEADS_NOWHERE, node, run);
            ends.gone(run, node.scope);
            open.push(run);
        } else if (node.kind == Kind.ALL_WAYS) {
            take(run, node, node.outgoing, tags, open);
        } else {
            choose(run, node, 0, new ArrayList<>(), tags, open);
        }
    }

    private void choose(Run run, Node node, int next, List<Flow> chosen, Tags tags, Deque<Run> open) {
        boolean first = node.kind == Kind.ONE_WAY && !chosen.isEmpty();
        if (first || next == node.outgoing.size()) {
            List<Flow> flows =
                    chosen.isEmpty() && node.byDefault != null ? List.of(node.byDefault) : List.copyOf(chosen);
            if (flows.isEmpty()) {
                trouble.found(Problem.Kind.NO_WAY_ON, node, run);
            } else {
                take(run, node, flows, tags, open);
            }
            return;
        }
        Flow flow = node.outgoing.get(next);
        if (flow == node.byDefault) {
            choose(run, node, next + 1, chosen, tags, open);
        } else if (flow.condition() == null) {
            choose(run, node, next + 1, plus(chosen, flow), tags, open);
        } else {
            decide(
                    run,
                    node,
                    flow.condition(),
                    (decided, holds) -> choose(
                            decided,
                            node,
                            next + 1,
                            Boolean.TRUE.equals(holds) ? plus(chosen, flow) : chosen,
                            tags,
                            open));
        }
    }

    private static List<Flow> plus(List<Flow> chosen, Flow flow) {
        List<Flow> more = new ArrayList<>(chosen);
        more.add(flow);
        return more;
    }

    private void take(Run run, Node node, List<Flow> flows, Tags tags, Deque<Run> open) {
        for (int branch = flows.size() - 1; branch >= 0; branch--) {
            Flow flow = flows.get(branch);
            taken.set(flow.index());
            run.set(flow.onTake(), terrain.variables());
            Tags own = flows.size() > 1 ? tags.with(node, flow.index()) : tags;
            run.moves.push(new Move(Act.ENTER, flow.target(), own, flow, 0));
        }
        open.push(run);
    }

    /** Goes on with each answer that is possible, after choosing the values it depends on. */
    private void decide(Run run, Node node, Condition condition, BiConsumer<Run, Boolean> onward) {
        Answer answer = condition.holds(terrain.variables().in(run.values));
        switch (answer.verdict()) {
            case YES -> onward.accept(run, true);
            case NO -> onward.accept(run, false);
            case EITHER -> {
                onward.accept(run.copy(), true);
                onward.accept(run, false);
            }
            case UNSET -> {
                // an event that is waited for simply has not happened yet
                if (node.event != Event.CONDITION) {
                    trouble.found(Problem.Kind.NOT_YET_SET, node, run);
                }
            }
            default -> {
                int variable = terrain.variables().of(answer.variable());
                for (int value = 1; value <= terrain.variables().values(variable); value++) {
                    Run chosen = run.copy();
                    chosen.values[variable] = (byte) value;
                    decide(chosen, node, condition, onward);
                }
            }
        }
    }
}
