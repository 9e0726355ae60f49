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

    private PlainFailure(Throwable original, Throwable cause) {
        super(text(original), cause, false, true);
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
        for (Throwable at : chain) {
            plain = new PlainFailure(at, plain);
        }
        return plain;
    }

    private static String text(Throwable original) {
        StackTraceElement[] places = original.getStackTrace();
        boolean ours = places.length > 0 && places[0].getClassName().startsWith(OURS);
        String kind = original.getClass().getName();
        return ours && original.getMessage() != null ? kind + ": " + original.getMessage() : kind;
    }

    @Override
    public String toString() {
        return getMessage();
    }
}
