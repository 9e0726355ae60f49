package jp.tsunagu.access.log;

import jp.tsunagu.engine.StartUpStep;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Before anybody acts: after a backup was restored into another server, the numbers of transactions begin anew. */
@Component
@Order(StartUpStep.PROCEDURE - 1)
class OtherServer implements StartUpStep {

    private final Sealer sealer;

    OtherServer(Sealer sealer) {
        this.sealer = sealer;
    }

    @Override
    public void run() {
        sealer.noticeOtherServer();
    }
}
