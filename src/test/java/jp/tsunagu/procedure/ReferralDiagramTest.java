package jp.tsunagu.procedure;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** 他機関へのつなぎ（要領 第9条第3号・第5号）: every node, every sequence flow, and that none ends without the other side's reply. */
class ReferralDiagramTest {

    @RegisterExtension
    static final DiagramUnderTest DIAGRAM = new DiagramUnderTest("referral", "processes/referral.bpmn");

    private ProcessInstance referral;

    @BeforeEach
    void anotherAgencyFits() {
        referral = DIAGRAM.start();
        assertThat(referral).isWaitingAtExactly("sendReferral");
        DIAGRAM.done("sendReferral");
        assertThat(referral).isWaitingAtExactly("confirmReferralReceipt").hasNotPassed("reportReferralReply");
    }

    private void replied(String referralReply) {
        DIAGRAM.done("confirmReferralReceipt", "referralReply", referralReply);
    }

    @Test
    void anAcceptedReferralIsFollowedUpOnItsDay() {
        replied("accepted");
        assertThat(referral)
                .hasPassed("reportReferralReply")
                .isWaitingAtExactly("followUpReferralDue")
                .hasNotPassed("followUpReferral");
        Assertions.assertThat(DIAGRAM.due()).as("not before its day").isEmpty();
        Assertions.assertThat(DIAGRAM.timePasses()).isOne();
        assertThat(referral).isWaitingAtExactly("followUpReferral");
        DIAGRAM.done("followUpReferral");
        assertThat(referral).hasPassed("referralFollowedUp").isEnded();
    }

    @ParameterizedTest
    @ValueSource(strings = {"redirected", "refused", "noReply"})
    void whatIsNotAcceptedGoesBackToTriage(String reply) {
        replied(reply);
        assertThat(referral)
                .hasPassedInOrder("confirmReferralReceipt", "reportReferralReply", "referralNotAccepted")
                .hasNotPassed("followUpReferral", "referralFollowedUp")
                .isEnded();
    }

    @Test
    void waitingEndsNothing() {
        Assertions.assertThat(DIAGRAM.timePasses()).isZero();
        assertThat(referral).isWaitingAtExactly("confirmReferralReceipt");
    }

    @Test
    void thereIsNoEndWithoutAReplyThatTheMainProcedureKnows() {
        DiagramPaths paths = DIAGRAM.paths();
        Assertions.assertThat(paths.endsWithout("sendReferral")).isEmpty();
        Assertions.assertThat(paths.endsWithout("confirmReferralReceipt")).isEmpty();
        Assertions.assertThat(paths.endsWithout("reportReferralReply")).isEmpty();
        Assertions.assertThat(paths.endsWithout("followUpReferral")).containsExactly("referralNotAccepted");
    }
}
