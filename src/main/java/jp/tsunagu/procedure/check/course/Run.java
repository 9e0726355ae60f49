package jp.tsunagu.procedure.check.course;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import jp.tsunagu.procedure.check.course.Node.Assignment;

/** One act of the engine while it happens: what waits, what is still on its way, what is known, and where it came by. */
final class Run {

    /** What a token does next. */
    enum Act {
        ENTER,
        LEAVE,
        /** The question of this number is to be answered before it leaves. */
        ASK,
        /** Goes on only if the condition of the event holds. */
        PROVIDED
    }

    /**
     * A token on its way.
     *
     * @param by the flow it comes by; null if by none
     * @param number of the question
     */
    record Move(Act act, Node node, Tags tags, Flow by, int number) {}

    /**
     * A token that waits.
     *
     * @param by the flow it came by, if it waits at a joining gateway; otherwise null
     */
    record Token(Node node, Flow by, Tags tags) {

        boolean joining() {
            return by != null;
        }
    }

    final List<Token> resting;
    final Deque<Move> moves;
    final byte[] values;
    final Trail label;
    boolean ended;

    /** Something went wrong: it leads nowhere. */
    boolean broken;

    /** Code of the error with which it ended, or null. */
    String error;

    Run(List<Token> resting, byte[] values) {
        this(resting, new ArrayDeque<>(), values, new Trail());
    }

    private Run(List<Token> resting, Deque<Move> moves, byte[] values, Trail label) {
        this.resting = resting;
        this.moves = moves;
        this.values = values;
        this.label = label;
    }

    Run copy() {
        Run copy = new Run(new ArrayList<>(resting), new ArrayDeque<>(moves), values.clone(), label.copy());
        copy.ended = ended;
        copy.error = error;
        return copy;
    }

    Run enter(Node node, Tags tags) {
        moves.push(new Move(Act.ENTER, node, tags, null, 0));
        return this;
    }

    Run leave(Node node, Tags tags) {
        moves.push(new Move(Act.LEAVE, node, tags, null, 0));
        return this;
    }

    /** The token that waits in this step; null if none does. */
    Token at(Node node) {
        for (Token token : resting) {
            if (token.node() == node && !token.joining()) {
                return token;
            }
        }
        return null;
    }

    /** Everything in this scope and in the parts in it is gone. */
    void clear(Node scope) {
        resting.removeIf(token -> token.node().isInside(scope));
        moves.removeIf(move -> move.node().isInside(scope));
    }

    boolean alive(Node scope) {
        for (Token token : resting) {
            if (token.node().scope == scope) {
                return true;
            }
        }
        return moves.stream().anyMatch(move -> move.node().scope == scope);
    }

    void set(List<Assignment> assignments, Variables variables) {
        for (Assignment assignment : assignments) {
            variables.set(values, assignment.variable(), assignment.value());
        }
    }
}
