package jp.tsunagu.procedure;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** 確実に福祉事務所につなげる（要領 第9条第5号）: every node, every sequence flow, and that there is no other way out. */
class WelfareOfficeReferralDiagramTest {

    @RegisterExtension
    static final DiagramUnderTest DIAGRAM =
            new DiagramUnderTest("welfareOfficeReferral", "processes/welfare-office-referral.bpmn");

    private ProcessInstance handover;

    @BeforeEach
    void welfareIsNeeded() {
        handover = DIAGRAM.start();
        assertThat(handover).isWaitingAt("handOverToWelfareOffice");
    }

    private void answered(String welfareWish) {
        DIAGRAM.done("handOverToWelfareOffice", "welfareWish", welfareWish);
    }

    @Test
    void itEndsWithTheReceiptAndTheResult() {
        answered("wants");
        assertThat(handover).isWaitingAt("confirmReceipt");
        DIAGRAM.done("confirmReceipt");
        assertThat(handover).isWaitingAtExactly("recordWelfareOutcome").hasNotPassed("reportWelfareOutcome");
        DIAGRAM.done("recordWelfareOutcome");
        assertThat(handover)
                .hasPassedInOrder("confirmReceipt", "recordWelfareOutcome", "reportWelfareOutcome")
                .hasPassed("welfareReferralClosed")
                .hasNotPassed("pursueHandover", "instructHandover", "reviewUnwillingness")
                .isEnded();
    }

    @Test
    void whoDoesNotKnowYetIsAskedAgain() {
        answered("unclear");
        assertThat(handover)
                .isWaitingAt("handOverToWelfareOffice")
                .hasNotPassed("confirmReceipt", "reviewUnwillingness");
    }

    @Test
    void unwillingnessIsReviewedAndTheHandoverOfferedAgain() {
        answered("unwilling");
        assertThat(handover).isWaitingAtExactly("reviewUnwillingness").hasNotPassed("reportUnwilling");
        DIAGRAM.done("reviewUnwillingness", "unwillingnessReview", "reoffer");
        assertThat(handover).isWaitingAt("handOverToWelfareOffice").hasNotPassed("reportUnwilling");
    }

    @ParameterizedTest
    @ValueSource(strings = {"confirmedUnwilling", "noLongerNeeded"})
    void onlyTheChiefEndsItWithoutReceipt(String review) {
        answered("unwilling");
        DIAGRAM.done("reviewUnwillingness", "unwillingnessReview", review);
        assertThat(handover)
                .hasPassed("reviewUnwillingness", "reportUnwilling", "unwillingnessConfirmed")
                .hasNotPassed("confirmReceipt", "reportWelfareOutcome")
                .isEnded();
    }

    @Test
    void whatStandsStillReachesBothChiefsAndStaysOpen() {
        Assertions.assertThat(DIAGRAM.due()).as("nothing before its day").isEmpty();
        Assertions.assertThat(DIAGRAM.timePasses()).isEqualTo(2);
        assertThat(handover).isWaitingAt("handOverToWelfareOffice", "pursueHandover", "instructHandover");
        answered("wants");
        assertThat(handover).isWaitingAt("confirmReceipt", "pursueHandover", "instructHandover");
    }

    @Test
    void theChiefIsAskedAgainTheSectionChiefOnce() {
        DIAGRAM.timePasses();
        DIAGRAM.done("pursueHandover");
        DIAGRAM.done("instructHandover");
        assertThat(handover).hasPassed("supervisionDone").isWaitingAt("handOverToWelfareOffice", "pursuitDue");
        Assertions.assertThat(DIAGRAM.timePasses()).isOne();
        assertThat(handover).isWaitingAt("handOverToWelfareOffice", "pursueHandover");
    }

    @Test
    void whatWasReceivedInTimeIsNotEscalated() {
        answered("wants");
        DIAGRAM.done("confirmReceipt");
        Assertions.assertThat(DIAGRAM.timers()).as("no timer is left behind").isEmpty();
        assertThat(handover).hasNotPassed("pursueHandover", "instructHandover");
    }

    @Test
    void theReceiptEndsTheOpenTasksOfBothChiefs() {
        DIAGRAM.timePasses();
        assertThat(handover)
                .isWaitingAtExactly(
                        "handOverToWelfareOffice", "pursuit", "pursueHandover", "supervision", "instructHandover");
        answered("wants");
        assertThat(handover)
                .isWaitingAtExactly("confirmReceipt", "pursuit", "pursueHandover", "supervision", "instructHandover");
        DIAGRAM.done("confirmReceipt");
        assertThat(handover)
                .hasPassed("pursuitEnded", "supervisionEnded")
                .isWaitingAtExactly("recordWelfareOutcome")
                .isNotEnded();
    }

    @Test
    void theChiefsRoundGoesOnUntilTheReceiptAlsoAfterTheSectionChief() {
        DIAGRAM.fires("pursuitDue");
        DIAGRAM.done("pursueHandover");
        DIAGRAM.fires("pursuitDue");
        DIAGRAM.done("pursueHandover");
        DIAGRAM.fires("supervisionDue");
        DIAGRAM.done("instructHandover");
        assertThat(handover)
                .hasPassed("supervisionDone")
                .isWaitingAtExactly("handOverToWelfareOffice", "pursuit", "pursuitDue");
        answered("wants");
        DIAGRAM.fires("pursuitDue");
        DIAGRAM.done("confirmReceipt");
        assertThat(handover).isWaitingAtExactly("recordWelfareOutcome");
    }

    @Test
    void theReviewEndsTheWatchAndANewOfferBeginsANewOne() {
        DIAGRAM.fires("pursuitDue");
        answered("unwilling");
        assertThat(handover).isWaitingAtExactly("reviewUnwillingness");
        Assertions.assertThat(DIAGRAM.timers()).isEmpty();
        DIAGRAM.done("reviewUnwillingness", "unwillingnessReview", "reoffer");
        assertThat(handover)
                .isWaitingAtExactly(
                        "handOverToWelfareOffice", "pursuit", "pursuitDue", "supervision", "supervisionDue");
    }

    @Test
    void noAnswerEndsNothing() {
        assertThatThrownBy(() -> DIAGRAM.done("handOverToWelfareOffice")).isInstanceOf(ProcessEngineException.class);
        assertThat(handover).isWaitingAt("handOverToWelfareOffice");
        answered("unwilling");
        assertThatThrownBy(() -> DIAGRAM.done("reviewUnwillingness")).isInstanceOf(ProcessEngineException.class);
        assertThat(handover).isWaitingAtExactly("reviewUnwillingness");
    }

    @Test
    void thereIsNoEndWithoutReceiptOrReview() {
        DiagramPaths paths = DIAGRAM.paths();
        Assertions.assertThat(paths.endsWithout("confirmReceipt", "reviewUnwillingness"))
                .as("only the watch of both chiefs, beside the open step")
                .containsExactlyInAnyOrder(
                        "pursuitRound", "pursuitEnded", "supervisionRound", "supervisionDone", "supervisionEnded");
        Assertions.assertThat(paths.endsWithout("recordWelfareOutcome")).doesNotContain("welfareReferralClosed");
        Assertions.assertThat(paths.endsWithout("reviewUnwillingness")).doesNotContain("unwillingnessConfirmed");
    }
}
