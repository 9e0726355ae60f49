package jp.tsunagu.engine;

import java.util.List;

/** What the engine found wrong with a procedure, in its own words. */
public final class UndeployableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> elements;

    UndeployableException(String reason, List<String> elements, Throwable cause) {
        super(reason, cause);
        this.elements = List.copyOf(elements);
    }

    /** Ids of the elements it is about. */
    public List<String> elements() {
        return elements;
    }
}
