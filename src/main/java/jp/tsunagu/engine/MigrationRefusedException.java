package jp.tsunagu.engine;

import java.util.List;

/** An instance cannot go on in the other version of its diagram; it was left as it was. */
public class MigrationRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> gone;

    MigrationRefusedException(String reason, List<String> gone) {
        super(reason);
        this.gone = gone;
    }

    /** The steps it stands in that the other version does not have; empty if that is not the reason. */
    public List<String> gone() {
        return gone;
    }
}
