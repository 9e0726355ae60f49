package jp.tsunagu.procedure;

import org.camunda.bpm.engine.ProcessEngine;

/** The packaged procedure for tests of what is done with a whole one, and an engine to try it on. */
public final class PackagedFiles {

    private PackagedFiles() {}

    public static ProcedureFiles all() {
        return ProcedureFiles.of(PackagedProcedure.read());
    }

    /** An engine of its own; every port of the diagrams is a fake. */
    public static ProcessEngine engine(String name) {
        DiagramEngine.fakePorts(() -> "no");
        return DiagramEngine.start(name, new TakenFlows());
    }

    /** The fakes are the thread's: another test may have taken them away. */
    public static void fakePorts() {
        DiagramEngine.fakePorts(() -> "no");
    }
}
