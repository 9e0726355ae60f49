package jp.tsunagu.procedure;

import java.util.Map;
import java.util.function.UnaryOperator;
import org.springframework.boot.test.context.TestComponent;

/** Puts a changed diagram in force, as a new procedure set, and the packaged ones again. */
@TestComponent
public final class ChangedProcedure {

    private final PackagedDeployer deployer;

    public ChangedProcedure(PackagedDeployer deployer) {
        this.deployer = deployer;
    }

    /** Cases received from now on run on the changed files. */
    public void publish(Map<String, UnaryOperator<byte[]>> changes) {
        Map<String, byte[]> files = PackagedProcedure.read();
        changes.forEach((name, change) -> files.compute(name, (same, content) -> change.apply(content)));
        deployer.deploy(files);
    }

    public void publishPackaged() {
        publish(Map.of());
    }
}
