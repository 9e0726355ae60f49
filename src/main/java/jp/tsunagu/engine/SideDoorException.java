package jp.tsunagu.engine;

import org.camunda.bpm.engine.AuthorizationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An attempt to move a case past the form door. REST answers it with 403. */
public class SideDoorException extends AuthorizationException {

    private static final Logger LOG = LoggerFactory.getLogger(SideDoorException.class);
    private static final long serialVersionUID = 1L;

    private SideDoorException() {
        super("この操作は、ここからはできません。ケースを進められるのは、タスクの入力フォームからだけです。");
    }

    /**
     * The refusal, which says to the person what to do instead; what was tried is for the operator's log.
     *
     * @param attempted the act, or the engine's command
     */
    static SideDoorException to(String attempted) {
        LOG.info("入力フォームを通らない操作を断りました: {}", attempted);
        return new SideDoorException();
    }
}
