package jp.tsunagu.procedure.check.course;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.tsunagu.procedure.check.course.Node.Kind;
import jp.tsunagu.procedure.check.course.Run.Token;
import jp.tsunagu.procedure.check.course.Terrain.Outcome;

/**
 * Visits every state a case can be in, nearest first, so that the way to each is a shortest one. Bounds, also told on the page
 * of explanation: an event that does not interrupt happens once at a time; a step beside the way that is open twice counts as
 * one; a step for many is one step; and no more than a given number of states.
 */
final class Explorer {

    /** Where a flow doubles, the states have no end: so many more are looked at. */
    private static final int AFTER_DOUBLING = 1_000;

    private static final Comparator<Token> ORDER = Comparator.comparingInt((Token token) -> token.node().index)
            .thenComparingInt(token -> token.joining() ? token.by().index() : -1);

    private final Terrain terrain;
    private int mostStates;
    private final Stepper stepper;
    private final Acts acts;
    private final Map<State, Integer> known = new HashMap<>();
    private final Graph graph = new Graph();
    private final Set<Outcome> outcomes = new HashSet<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Set<String> told = new HashSet<>();
    private final Map<Node, int[]> passing = new HashMap<>();
    private final BitSet troubled = new BitSet();
    private final BitSet hasty = new BitSet();
    private int present;

    Explorer(Terrain terrain, int mostStates) {
        this.terrain = terrain;
        this.mostStates = mostStates;
        stepper = new Stepper(terrain, this::trouble);
        acts = new Acts(terrain, this::trouble);
    }

    Course explore(Set<String> wanted) {
        begin(wanted);
        for (present = 1; present < graph.states() && graph.states() <= mostStates && !stepper.exhausted(); present++) {
            State state = graph.state(present);
            if (!state.ended()) {
                for (Acts.Begun begun : acts.from(state.run())) {
                    if (begun.passing() == null) {
                        arrive(begun.run(), begun.abrupt(), wanted);
                    } else {
                        pass(state, begun.passing(), wanted);
                    }
                }
            }
            hasty.set(present, acts.wasAtOnce());
            graph.expanded();
        }
        atEventGates();
        return new Course(
                terrain, graph, stepper.reached, stepper.taken(), troubled, hasty, problems, Set.copyOf(outcomes));
    }

    /** State 0 is that there is no case yet. */
    private void begin(Set<String> wanted) {
        graph.add(new State(List.of(), new byte[0], false), -1, new int[0]);
        for (Node start : terrain.diagram().top()) {
            if (start.kind == Kind.START) {
                Run run = new Run(new ArrayList<>(), terrain.atStart().clone());
                terrain.effects().forget(start, run.values);
                arrive(run.enter(start, Tags.NONE), false, wanted);
            }
        }
        hasty.set(0);
        graph.expanded();
    }

    /** Each of the events that one waits for can be the first. */
    private void atEventGates() {
        for (Flow flow : terrain.diagram().flows()) {
            if (flow.source().kind == Kind.EVENT_GATE && stepper.reached.get(flow.source().index)) {
                stepper.taken().set(flow.index());
                stepper.reached.set(flow.target().index);
            }
        }
    }

    private void arrive(Run begun, boolean abrupt, Set<String> wanted) {
        for (Run run : stepper.settled(begun)) {
            State state = state(run);
            if (run.ended) {
                outcomes.add(outcome(run, wanted));
            }
            int[] label = run.label.events();
            Integer number = known.get(state);
            if (number == null) {
                number = graph.add(state, present, label);
                known.put(state, number);
            }
            graph.connect(number, label, abrupt);
        }
    }

    /** A part that is over in the same act and leaves nothing: it leads back to where the case was. */
    private void pass(State state, Node part, Set<String> wanted) {
        int[] label = passing.get(part);
        if (label == null) {
            Run run = acts.begun(state.run(), part);
            passing.put(part, stepper.settled(run.copy()).get(0).label.events());
            arrive(run, false, wanted);
        } else {
            graph.connect(present, label, false);
        }
    }

    private Outcome outcome(Run run, Set<String> wanted) {
        Map<String, String> left = new HashMap<>();
        for (String name : wanted) {
            int variable = terrain.variables().of(name);
            String value = variable < 0 ? null : terrain.variables().value(run.values, variable);
            if (value != null) {
                left.put(name, value);
            }
        }
        return new Outcome(run.error, left);
    }

    private State state(Run run) {
        List<Token> tokens = branched(run.resting) ? untagged(run.resting) : new ArrayList<>(run.resting);
        tokens.sort(ORDER);
        long live = run.ended ? terrain.liveness().atEnd() : terrain.liveness().anyTime();
        for (Token token : tokens) {
            live |= token.joining()
                    ? terrain.liveness().before(token.node())
                    : terrain.liveness().at(token.node());
        }
        byte[] values = run.values.clone();
        for (int variable = 0; variable < values.length; variable++) {
            if ((live >>> variable & 1) == 0) {
                values[variable] = Variables.UNKNOWN;
            }
        }
        return new State(tokens, values, run.ended);
    }

    private static boolean branched(List<Token> tokens) {
        for (Token token : tokens) {
            if (token.tags() != Tags.NONE) {
                return true;
            }
        }
        return false;
    }

    private List<Token> untagged(List<Token> tokens) {
        Map<Integer, Set<Integer>> branches = new HashMap<>();
        for (Token token : tokens) {
            token.tags()
                    .branches()
                    .forEach((fork, branch) -> branches.computeIfAbsent(fork, first -> new HashSet<>())
                            .add(branch));
        }
        List<Token> untagged = new ArrayList<>();
        for (Token token : tokens) {
            Tags tags = needed(token.tags(), branches);
            untagged.add(tags == token.tags() ? token : new Token(token.node(), token.by(), tags));
        }
        return untagged;
    }

    /** A fork whose other branches are all gone cannot be met again. */
    private Tags needed(Tags tags, Map<Integer, Set<Integer>> branches) {
        if (tags == Tags.NONE) {
            return tags;
        }
        boolean all = true;
        Tags kept = Tags.NONE;
        for (Map.Entry<Integer, Integer> tag : tags.branches().entrySet()) {
            Node fork = terrain.diagram().nodes().get(tag.getKey());
            boolean event = fork.kind == Kind.BOUNDARY && tag.getValue() == 1;
            if (event || branches.get(tag.getKey()).size() > 1) {
                kept = kept.with(fork, tag.getValue());
            } else {
                all = false;
            }
        }
        return all ? tags : kept;
    }

    private void trouble(Problem.Kind kind, Node node, Run run) {
        troubled.set(present);
        if (kind == Problem.Kind.TWO_AT_ONCE || kind == Problem.Kind.TWO_ON_ONE_LINE) {
            mostStates = Math.min(mostStates, graph.states() + AFTER_DOUBLING);
        }
        if (told.add(kind + " " + node.id)) {
            List<String> way = new ArrayList<>(graph.way(present, terrain.diagram()));
            int nodes = terrain.diagram().nodes().size();
            Arrays.stream(run.label.events())
                    .filter(event -> event < nodes)
                    .mapToObj(event -> terrain.diagram().nodes().get(event).id)
                    .forEach(way::add);
            if (way.isEmpty() || !way.get(way.size() - 1).equals(node.id)) {
                way.add(node.id);
            }
            String known = String.join("、", terrain.variables().told(run.values));
            problems.add(new Problem(kind, node.id, way, known));
        }
    }
}
