package jp.tsunagu.walk;

import java.util.List;

/** An invariant does not hold: the walk ends here. */
final class BrokenInvariantException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Violation> violations;

    BrokenInvariantException(List<Violation> violations) {
        super(violations.toString());
        this.violations = violations;
    }

    Violation first() {
        return violations.get(0);
    }
}
