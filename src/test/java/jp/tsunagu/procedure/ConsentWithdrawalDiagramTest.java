package jp.tsunagu.procedure;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** 同意の撤回（要領 第9条第2号）: every node, every sequence flow, and that the agencies are told, also when the case has ended. */
class ConsentWithdrawalDiagramTest {

    @RegisterExtension
    static final DiagramUnderTest DIAGRAM =
            new DiagramUnderTest("consentWithdrawal", "processes/consent-withdrawal.bpmn");

    private ProcessInstance withdrawal;

    @BeforeEach
    void consentIsWithdrawn() {
        withdrawal = DIAGRAM.start();
        assertThat(withdrawal).isWaitingAtExactly("informAgencies");
    }

    @Test
    void theAgenciesAreTold() {
        DIAGRAM.done("informAgencies");
        assertThat(withdrawal).hasPassed("agenciesInformed").isEnded();
    }

    @Test
    void thereIsNoOtherEnd() {
        Assertions.assertThat(DIAGRAM.timePasses()).isZero();
        Assertions.assertThat(DIAGRAM.paths().endsWithout("informAgencies")).isEmpty();
    }
}
