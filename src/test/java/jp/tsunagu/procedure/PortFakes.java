package jp.tsunagu.procedure;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.test.mock.Mocks;

/** The fakes behind every name that the diagrams call, for an engine elsewhere that runs them without the application. */
public final class PortFakes {

    private PortFakes() {}

    /** By the name the diagrams use. */
    public static Map<String, Object> all() {
        DiagramEngine.fakePorts(() -> "no");
        Map<String, Object> fakes = new HashMap<>(Mocks.getMocks());
        Mocks.reset();
        return fakes;
    }
}
