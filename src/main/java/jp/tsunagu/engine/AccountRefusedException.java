package jp.tsunagu.engine;

import jakarta.ws.rs.core.Response.Status;
import java.util.stream.Collectors;
import jp.tsunagu.form.Refusal;
import org.camunda.bpm.engine.rest.exception.RestException;

/** What the rules of accounts refuse somebody at a door of the engine: REST answers 400, and Admin shows the sentence. */
class AccountRefusedException extends RestException {

    private static final long serialVersionUID = 1L;

    AccountRefusedException(RefusedException refusal) {
        super(
                Status.BAD_REQUEST,
                refusal.refusals().stream().map(Refusal::reason).collect(Collectors.joining(" ")));
    }

    /** Our own pages get the refusal itself, whoever acts at the engine's doors gets it in its shape. */
    static void check(boolean atDoorOfEngine, Runnable rule) {
        try {
            rule.run();
        } catch (RefusedException e) {
            if (atDoorOfEngine) {
                throw new AccountRefusedException(e);
            }
            throw e;
        }
    }
}
