package jp.tsunagu.procedure.check.course;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import jp.tsunagu.procedure.check.course.Run.Token;

/** Where a case waits and what is known that still matters. */
final class State {

    private final List<Token> tokens;
    private final byte[] values;
    private final boolean ended;
    private final int hash;

    State(List<Token> tokens, byte[] values, boolean ended) {
        this.tokens = tokens;
        this.values = values;
        this.ended = ended;
        int sum = Arrays.hashCode(values);
        for (Token token : tokens) {
            sum = 31 * sum + token.node().index;
            sum = 31 * sum + (token.joining() ? token.by().index() + 1 : 0);
            sum = 31 * sum + token.tags().hashCode();
        }
        hash = sum;
    }

    List<Token> tokens() {
        return tokens;
    }

    byte[] values() {
        return values;
    }

    boolean ended() {
        return ended;
    }

    Run run() {
        return new Run(new ArrayList<>(tokens), values);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof State state
                && hash == state.hash
                && ended == state.ended
                && Arrays.equals(values, state.values)
                && tokens.equals(state.tokens);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
