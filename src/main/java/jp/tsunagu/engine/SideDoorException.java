package jp.tsunagu.engine;

import org.camunda.bpm.engine.AuthorizationException;

/** An attempt to move a case past the form door. REST answers it with 403. */
public class SideDoorException extends AuthorizationException {

    private static final long serialVersionUID = 1L;

    public SideDoorException(String attempted) {
        super("この操作（" + attempted + "）は、様式からのみ行えます。");
    }
}
