package jp.tsunagu.procedure;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** 担当の変更（要領 第4条第1号）: every node, every sequence flow, and that the person hears who is there for them now. */
class WorkerChangeDiagramTest {

    @RegisterExtension
    static final DiagramUnderTest DIAGRAM = new DiagramUnderTest("workerChange", "processes/worker-change.bpmn");

    private ProcessInstance change;

    @BeforeEach
    void theWorkerChanges() {
        change = DIAGRAM.start();
        assertThat(change).isWaitingAtExactly("introduceNewWorker");
    }

    @Test
    void theNewWorkerIsIntroduced() {
        DIAGRAM.done("introduceNewWorker");
        assertThat(change)
                .hasPassed("newWorkerIntroduced")
                .hasNotPassed("besideEnded")
                .isEnded();
    }

    @Test
    void itEndsWithTheCase() {
        DIAGRAM.message("caseEnded");
        assertThat(change)
                .hasPassed("besideEnded")
                .hasNotPassed("newWorkerIntroduced")
                .isEnded();
    }

    @Test
    void thereIsNoOtherEnd() {
        Assertions.assertThat(DIAGRAM.timePasses()).isZero();
        Assertions.assertThat(DIAGRAM.paths().endsWithout("introduceNewWorker")).containsExactly("besideEnded");
    }
}
