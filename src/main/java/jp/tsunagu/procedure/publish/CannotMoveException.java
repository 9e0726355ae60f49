package jp.tsunagu.procedure.publish;

import java.util.List;

/** A case cannot be brought where it was to be; the transaction in which it was tried is rolled back. */
class CannotMoveException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> gone;

    /** @param gone process/step: where it stands and the other diagram has no step */
    CannotMoveException(String reason, List<String> gone) {
        super(reason);
        this.gone = List.copyOf(gone);
    }

    List<String> gone() {
        return gone;
    }
}
