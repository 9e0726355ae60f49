package jp.tsunagu.engine;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * A failure as the engine may keep it (I-05): what kind, and where in the program. The words of a library's exception are
 * left out, because a parser or a driver quotes what it choked on; those that this program writes itself carry ids only.
 */
final class PlainFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final String OURS = "jp.tsunagu.";

    private PlainFailure(Throwable original, String text, Throwable cause) {
        super(text, cause, false, true);
        setStackTrace(original.getStackTrace());
    }

    /** Null for no failure, as where somebody sets the retries by hand. */
    static Throwable of(Throwable original) {
        Deque<Throwable> chain = new ArrayDeque<>();
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Throwable at = original; at != null && seen.add(at); at = at.getCause()) {
            chain.push(at);
        }
        Throwable plain = null;
        String first = null;
        for (Throwable at : chain) {
            // the engine wraps what happened: whoever looks at the job reads the first cause in its message too
            plain = new PlainFailure(at, first == null ? text(at) : text(at) + "; " + first, plain);
            first = first == null ? plain.getMessage() : first;
        }
        return plain;
    }

    private static String text(Throwable original) {
        String kind = original.getClass().getName();
        return isOurs(original) ? kind + ": " + original.getMessage() : kind;
    }

    private static boolean isOurs(Throwable original) {
        StackTraceElement[] places = original.getStackTrace();
        Throwable cause = original.getCause();
        String says = original.getMessage();
        boolean repeats =
                cause != null && says != null && cause.getMessage() != null && says.contains(cause.getMessage());
        return places.length > 0 && places[0].getClassName().startsWith(OURS) && says != null && !repeats;
    }

    @Override
    public String toString() {
        return getMessage();
    }
}
