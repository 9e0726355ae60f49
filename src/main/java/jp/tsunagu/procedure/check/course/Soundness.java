package jp.tsunagu.procedure.check.course;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import jp.tsunagu.procedure.check.course.Node.Kind;
import jp.tsunagu.procedure.check.course.Run.Token;

/** Whether every case can end and every step can be reached, seen on all ways together. */
final class Soundness {

    private final Course course;
    private final Graph graph;
    private final Diagram diagram;
    private final List<Problem> problems = new ArrayList<>();
    private final int[] firstBack;
    private final int[] back;

    /** States in which a case waits for ever, as is told already. */
    private final BitSet told = new BitSet();

    private Soundness(Course course) {
        this.course = course;
        graph = course.graph();
        diagram = course.diagram();
        firstBack = new int[graph.states() + 2];
        back = new int[graph.edges()];
        turnRound();
    }

    /** What was found on the way, and what is seen only at the end. */
    static List<Problem> of(Course course) {
        Soundness soundness = new Soundness(course);
        soundness.problems.addAll(course.problems());
        soundness.neverUnderstood();
        soundness.joins();
        soundness.ends();
        if (course.whole()) {
            soundness.reached();
        } else if (course.tooLarge()) {
            soundness.problems.add(new Problem(
                    Problem.Kind.TOO_LARGE, null, List.of(), String.valueOf(soundness.graph.expandedStates())));
        }
        return soundness.problems;
    }

    private void neverUnderstood() {
        diagram.strange().forEach(id -> problems.add(new Problem(Problem.Kind.NOT_UNDERSTOOD, id, List.of(), "")));
    }

    /** Edges by their targets; without those that break the whole procedure off. */
    private void turnRound() {
        for (int edge = 0; edge < graph.edges(); edge++) {
            firstBack[graph.target(edge) + 1]++;
        }
        for (int state = 0; state <= graph.states(); state++) {
            firstBack[state + 1] += firstBack[state];
        }
        int[] next = firstBack.clone();
        for (int state = 0; state < graph.states(); state++) {
            for (int edge = graph.edgesFrom(state); edge < graph.edgesTo(state); edge++) {
                back[next[graph.target(edge)]++] = graph.abrupt(edge) ? -1 : state;
            }
        }
    }

    private BitSet leadingTo(BitSet states) {
        BitSet leading = (BitSet) states.clone();
        // what was not looked at any more may lead anywhere
        leading.set(graph.expandedStates(), graph.states());
        Deque<Integer> open = new ArrayDeque<>();
        leading.stream().forEach(open::push);
        while (!open.isEmpty()) {
            int state = open.pop();
            for (int i = firstBack[state]; i < firstBack[state + 1]; i++) {
                if (back[i] >= 0 && !leading.get(back[i])) {
                    leading.set(back[i]);
                    open.push(back[i]);
                }
            }
        }
        return leading;
    }

    /** From every state the case can end without being broken off. */
    private void ends() {
        BitSet ended = new BitSet();
        for (int state = 0; state < graph.states(); state++) {
            ended.set(state, graph.state(state).ended());
        }
        BitSet ending = leadingTo(ended);
        ended.or(told);
        ended.or(course.troubled());
        for (int state = ending.nextClearBit(1); state < graph.states(); state = ending.nextClearBit(state + 1)) {
            if (standsStill(state) && !told.get(state)) {
                int here = state;
                ended.set(state);
                graph.state(state).tokens().stream()
                        .map(Token::node)
                        .filter(node -> node.event == Node.Event.CONDITION)
                        .findFirst()
                        .ifPresent(node -> once(node, here));
            }
        }
        int never = leadingTo(ended).nextClearBit(1);
        if (never < graph.states()) {
            never(never);
        }
    }

    /** Nobody waits there but for others, or for a condition. */
    private boolean standsStill(int state) {
        boolean moves = false;
        for (int edge = graph.edgesFrom(state); edge < graph.edgesTo(state); edge++) {
            moves |= !graph.abrupt(edge) && graph.target(edge) != state;
        }
        return !moves && graph.state(state).tokens().stream().allMatch(Soundness::cannotAct);
    }

    private static boolean cannotAct(Token token) {
        Kind kind = token.node().kind;
        return token.joining()
                || kind == Kind.PART
                || kind == Kind.EVENT_PART
                || token.node().event == Node.Event.CONDITION;
    }

    /** Whoever waits at a joining gateway is taken on some day. */
    private void joins() {
        for (Node gateway : diagram.nodes()) {
            if (gateway.joins() && problems.stream().noneMatch(told -> gateway.id.equals(told.element()))) {
                BitSet opening = leadingTo(opening(gateway));
                boolean first = true;
                for (int state = 0; state < graph.states(); state++) {
                    if (!opening.get(state) && waits(state, gateway)) {
                        if (first) {
                            add(Problem.Kind.STUCK, gateway, state);
                        }
                        first = false;
                        told.set(state);
                    }
                }
            }
        }
    }

    private boolean waits(int state, Node gateway) {
        return graph.state(state).tokens().stream().anyMatch(token -> token.node() == gateway);
    }

    private BitSet opening(Node gateway) {
        BitSet labels = new BitSet();
        for (int label = 0; label < graph.labels(); label++) {
            for (int event : graph.events(label)) {
                if (event == gateway.index) {
                    labels.set(label);
                }
            }
        }
        BitSet states = new BitSet();
        for (int state = 0; state < graph.states(); state++) {
            for (int edge = graph.edgesFrom(state); edge < graph.edgesTo(state); edge++) {
                if (labels.get(graph.label(edge))) {
                    states.set(state);
                }
            }
        }
        return states;
    }

    /** Only the first of several steps in a row is told: the others follow from it. */
    private void reached() {
        for (Node node : diagram.nodes()) {
            boolean first =
                    node.incoming.isEmpty() || node.incoming.stream().anyMatch(flow -> course.reached(flow.source()));
            boolean inReach = node.scope == null
                    || node.scope.kind == Kind.EVENT_PART
                    || course.reached(node.scope)
                    || !node.incoming.isEmpty();
            if (!course.reached(node) && node.kind != Kind.EVENT_PART && first && inReach) {
                problems.add(new Problem(Problem.Kind.NEVER_REACHED, node.id, List.of(), ""));
            }
        }
        for (Flow flow : diagram.flows()) {
            if (course.reached(flow.source()) && course.reached(flow.target()) && !course.taken(flow)) {
                Problem.Kind kind =
                        flow == flow.source().byDefault ? Problem.Kind.DEFAULT_NEVER_TAKEN : Problem.Kind.NEVER_TAKEN;
                problems.add(new Problem(kind, flow.id(), List.of(), ""));
            }
        }
    }

    private void never(int state) {
        List<Token> tokens = graph.state(state).tokens();
        if (tokens.isEmpty()) {
            problems.add(new Problem(Problem.Kind.NEVER_ENDS, diagram.nodes().get(0).id, List.of(), ""));
        } else {
            add(Problem.Kind.NEVER_ENDS, tokens.get(0).node(), state);
        }
    }

    private void once(Node node, int state) {
        if (problems.stream().noneMatch(told -> node.id.equals(told.element()))) {
            add(Problem.Kind.STUCK, node, state);
        }
    }

    private void add(Problem.Kind kind, Node node, int state) {
        List<String> way = new ArrayList<>(graph.way(state, diagram));
        if (way.isEmpty() || !way.get(way.size() - 1).equals(node.id)) {
            way.add(node.id);
        }
        String known = String.join("、", course.told(graph.state(state).values()));
        problems.add(new Problem(kind, node.id, way, known));
    }
}
