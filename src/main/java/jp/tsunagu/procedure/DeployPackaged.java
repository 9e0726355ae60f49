package jp.tsunagu.procedure;

import jp.tsunagu.engine.StartUpStep;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The packaged procedure comes first: everything else refers to it. */
@Component
@Order(StartUpStep.PROCEDURE)
class DeployPackaged implements StartUpStep {

    private final PackagedDeployer deployer;

    DeployPackaged(PackagedDeployer deployer) {
        this.deployer = deployer;
    }

    @Override
    public void run() {
        deployer.deploy(PackagedProcedure.read());
    }
}
