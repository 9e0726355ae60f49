package jp.tsunagu.procedure.draft;

/** The 改定案 is not where it would have to be for this: proposed, published or withdrawn meanwhile. */
public class DraftClosedException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    DraftClosedException(String message) {
        super(message);
    }
}
