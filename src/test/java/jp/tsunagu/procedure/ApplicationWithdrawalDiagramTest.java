package jp.tsunagu.procedure;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** 申込みの取下げ（要領 第9条第2号）: every node, every sequence flow, and that no case ends without a talk and 主任. */
class ApplicationWithdrawalDiagramTest {

    @RegisterExtension
    static final DiagramUnderTest DIAGRAM = new DiagramUnderTest(
            "applicationWithdrawal", "processes/application-withdrawal.bpmn", "processes/early-closing.bpmn");

    private ProcessInstance withdrawal;

    @BeforeEach
    void thePersonWantsToWithdraw() {
        withdrawal = DIAGRAM.start();
        assertThat(withdrawal).isWaitingAtExactly("confirmWithdrawal");
    }

    @Test
    void whoStaysIsSupportedOn() {
        DIAGRAM.done("confirmWithdrawal", "withdrawalConfirmed", false);
        assertThat(withdrawal)
                .hasPassed("withdrawalRevoked")
                .hasNotPassed("earlyClosing")
                .isEnded();
        Assertions.assertThat(DiagramEngine.asked()).isEmpty();
    }

    @Test
    void whoWithdrawsIsBroughtBeforeTheChief() {
        DIAGRAM.done("confirmWithdrawal", "withdrawalConfirmed", true);
        assertThat(withdrawal).isWaitingAtExactly("earlyClosing");
        Assertions.assertThat(DiagramEngine.asked()).isEmpty();
        DIAGRAM.done("closeEarly", "closingConfirmed", true);
        assertThat(withdrawal).hasPassed("withdrawalHandled").isEnded();
        Assertions.assertThat(DiagramEngine.asked()).containsExactly("close");
    }

    @Test
    void itEndsWithTheCaseAndTakesTheOpenClosingAlong() {
        DIAGRAM.done("confirmWithdrawal", "withdrawalConfirmed", true);
        DIAGRAM.message("caseEnded");
        assertThat(withdrawal)
                .hasPassed("besideEnded")
                .hasNotPassed("withdrawalHandled")
                .isEnded();
        Assertions.assertThat(DIAGRAM.openTasks()).isEmpty();
    }

    @Test
    void thereIsNoEndWithoutTheTalkNorAClosingWithoutTheChief() {
        DiagramPaths paths = DIAGRAM.paths();
        Assertions.assertThat(paths.endsWithout("confirmWithdrawal")).containsExactly("besideEnded");
        Assertions.assertThat(paths.endsWithout("earlyClosing"))
                .containsExactlyInAnyOrder("besideEnded", "withdrawalRevoked");
    }
}
