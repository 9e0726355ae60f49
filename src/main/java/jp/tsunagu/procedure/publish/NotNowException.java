package jp.tsunagu.procedure.publish;

import java.util.List;

/** Something is in the way of an act with a 改定案; nothing was done. */
public class NotNowException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> reasons;

    NotNowException(List<String> reasons) {
        super(String.join(" ", reasons));
        this.reasons = List.copyOf(reasons);
    }

    /** What is in the way, and what to do about it, in Japanese. */
    public List<String> reasons() {
        return reasons;
    }
}
