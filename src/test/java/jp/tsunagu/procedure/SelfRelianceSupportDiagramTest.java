package jp.tsunagu.procedure;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;

import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Every node and every sequence flow of the main diagram, and that nothing else happens on the way. What an event starts at any
 * time is walked by {@link AtAnyTimeDiagramTest}.
 */
class SelfRelianceSupportDiagramTest {

    @RegisterExtension
    static final DiagramUnderTest DIAGRAM = new DiagramUnderTest(
            "selfRelianceSupport", element -> !TakenFlows.atAnyTime(element), MainCase.MAIN, MainCase.CALLED);

    private final MainCase main = new MainCase(DIAGRAM);

    @Test
    void informationIsEnough() {
        main.starts(Map.of());
        DIAGRAM.done("decideTriage", "triageResult", "informationOnly");
        main.is().hasPassed("informationGiven").isEnded();
    }

    @Test
    void somebodyWhoDoesNotComeIsVisitedUntilReached() {
        main.starts(Map.of("contactMade", false, "urgent", true));
        main.is().hasPassed("startEmergencySupport").isWaitingAt("reachOut");
        DIAGRAM.done("reachOut", "contactMade", false);
        DIAGRAM.done("reachOut", "contactMade", true);
        main.is().isWaitingAt("decideTriage");
    }

    @Test
    void whoWishesToApplyIsHandedOverBesideOtherSupport() {
        DIAGRAM.welfareIntent("yes");
        main.starts(Map.of());
        DIAGRAM.done("decideTriage", "triageResult", "continueSupport");
        main.is()
                .hasPassed("startWelfareOfficeReferral", "welfareOfficeReferralStarted")
                .isWaitingAtExactly("obtainApplicationAndConsent");
    }

    @Test
    void welfareOfficeOnlyWaitsForItsResult() {
        main.starts(Map.of());
        DIAGRAM.done("decideTriage", "triageResult", "welfareOffice");
        main.is().hasPassed("startWelfareOfficeReferral").isWaitingAt("welfareOutcomeRecorded");
        DIAGRAM.message("welfareOutcomeRecorded", Map.of("welfareOutcome", "started"));
        main.is().isWaitingAt("closeCase");
    }

    @Test
    void aRejectedApplicationLeadsBackToSupport() {
        main.starts(Map.of());
        DIAGRAM.done("decideTriage", "triageResult", "welfareOffice");
        DIAGRAM.message("welfareOutcomeRecorded", Map.of("welfareOutcome", "rejected"));
        main.is().isWaitingAt("obtainApplicationAndConsent");
    }

    @Test
    void aReferralThatIsNotAcceptedComesBackToTriage() {
        main.starts(Map.of());
        DIAGRAM.done("decideTriage", "triageResult", "referOther");
        DIAGRAM.message("referralAnswered", Map.of("referralReply", "refused"));
        main.is().isWaitingAt("decideTriage");
        DIAGRAM.done("decideTriage", "triageResult", "referOther");
        DIAGRAM.message("referralAnswered", Map.of("referralReply", "accepted"));
        main.is().hasPassed("referralAccepted").isEnded();
    }

    /** Before the application a case ends here; after it only by 終結 (I-10). */
    @Test
    void afterTheApplicationInformationAloneLeadsToTheClosing() {
        main.toScreening();
        DIAGRAM.done("screen", "screeningResult", "referOther");
        DIAGRAM.done("confirmScreening", "screeningConfirmation", "confirmed");
        DIAGRAM.message("referralAnswered", Map.of("referralReply", "redirected"));
        DIAGRAM.done("decideTriage", "triageResult", "informationOnly");
        main.is().isWaitingAtExactly("closeCase");
    }

    @Test
    void employmentSupporterHearsWhoeverWishesToWorkAlsoWhenTheWishAppearsLate() {
        main.starts(Map.of());
        DIAGRAM.done("decideTriage", "triageResult", "continueSupport");
        DIAGRAM.done("obtainApplicationAndConsent", "applied", true, "employmentWished", true);
        main.is().isWaitingAt("assess", "assessEmployment");
        DIAGRAM.done("assessEmployment", "employmentAssessed", true);
        DIAGRAM.done("assess", "employmentWished", true);
        main.is().isWaitingAtExactly("screen");
    }

    @Test
    void aWishThatAppearsInTheAssessmentIsHeardBeforeScreening() {
        main.starts(Map.of());
        DIAGRAM.done("decideTriage", "triageResult", "continueSupport");
        DIAGRAM.done("obtainApplicationAndConsent", "applied", true, "employmentWished", false);
        main.is().isWaitingAtExactly("assess");
        DIAGRAM.done("assess", "employmentWished", true);
        main.is().isWaitingAtExactly("assessEmployment");
        DIAGRAM.done("assessEmployment", "employmentAssessed", true);
        main.is().isWaitingAtExactly("screen");
    }

    @Test
    void screeningNeverLowersTheHandover() {
        main.toScreening();
        DIAGRAM.welfareIntent("yes");
        DIAGRAM.done("screen", "screeningResult", "plan");
        main.is()
                .hasPassed("startWelfareOfficeReferralAtScreening", "welfareReferralStartedAtScreening")
                .isWaitingAtExactly("confirmScreening");
    }

    @Test
    void screeningReturnsAndItsOtherResults() {
        main.toScreening();
        DIAGRAM.done("screen", "screeningResult", "plan");
        DIAGRAM.done("confirmScreening", "screeningConfirmation", "returned");
        main.is().isWaitingAt("screen");
        DIAGRAM.done("screen", "screeningResult", "seekConsent");
        DIAGRAM.done("confirmScreening", "screeningConfirmation", "confirmed");
        DIAGRAM.fires("consentRetry");
        main.is().isWaitingAt("obtainApplicationAndConsent");
        DIAGRAM.done("obtainApplicationAndConsent", "applied", true, "employmentWished", false);
        DIAGRAM.done("assess", "employmentWished", false);
        DIAGRAM.done("screen", "screeningResult", "referOther");
        DIAGRAM.done("confirmScreening", "screeningConfirmation", "confirmed");
        DIAGRAM.message("referralAnswered", Map.of("referralReply", "accepted"));
        main.is().isWaitingAt("closeCase");
    }

    @Test
    void screeningCloses() {
        main.toScreening();
        DIAGRAM.done("screen", "screeningResult", "closure");
        DIAGRAM.done("confirmScreening", "screeningConfirmation", "confirmed");
        DIAGRAM.done("closeCase", "followUpNeeded", false);
        main.is().hasPassed("caseClosed").isEnded();
    }

    @Test
    void aSuspendedCaseResumesWhenContactIsBack() {
        main.toScreening();
        DIAGRAM.done("screen", "screeningResult", "suspend");
        DIAGRAM.done("confirmScreening", "screeningConfirmation", "confirmed");
        DIAGRAM.message("contactResumed");
        main.is().hasPassed("passContactResumed").isWaitingAtExactly("assess");
        Assertions.assertThat(DiagramEngine.asked()).containsExactly("pass contactResumed");
    }

    @Test
    void aSuspendedCaseIsBroughtBeforeTheChiefInTheEnd() {
        main.toScreening();
        DIAGRAM.done("screen", "screeningResult", "suspend");
        DIAGRAM.done("confirmScreening", "screeningConfirmation", "confirmed");
        DIAGRAM.fires("suspensionEnds");
        main.is().isWaitingAt("closeCase");
    }

    @Test
    void thePersonsAnswersToThePlan() {
        main.toPlan();
        DIAGRAM.done("draftPlan");
        DIAGRAM.done("obtainPlanAgreement", "planAgreement", "changesWanted");
        main.is().isWaitingAt("draftPlan");
        DIAGRAM.done("draftPlan");
        DIAGRAM.done("obtainPlanAgreement", "planAgreement", "consultationOnly");
        DIAGRAM.fires("consultationReview");
        main.is().isWaitingAt("screen");
        DIAGRAM.done("screen", "screeningResult", "plan");
        DIAGRAM.done("confirmScreening", "screeningConfirmation", "confirmed");
        DIAGRAM.done("draftPlan");
        DIAGRAM.done("obtainPlanAgreement", "planAgreement", "declined");
        main.is().isWaitingAt("closeCase");
    }

    @Test
    void theConferenceReturnsChangesAndApproves() {
        main.toPlan();
        runtimeService().setVariable(main.instance().getId(), "employmentWished", true);
        DIAGRAM.done("draftPlan");
        DIAGRAM.done(
                "obtainPlanAgreement", "planAgreement", "agreed", "conferenceNeeded", true, "agreementNeeded", false);
        DIAGRAM.done("convenePlanConference");
        DIAGRAM.done("recordPlanConference", "conferenceResult", "returned");
        main.is().isWaitingAtExactly("draftPlan", "draftEmploymentPart");
        DIAGRAM.done("draftPlan");
        DIAGRAM.done("draftEmploymentPart");
        DIAGRAM.done("obtainPlanAgreement", "planAgreement", "agreed", "conferenceNeeded", true);
        DIAGRAM.done("convenePlanConference");
        DIAGRAM.done("recordPlanConference", "conferenceResult", "approvedWithChanges", "agreementNeeded", true);
        main.is().isWaitingAt("obtainPlanAgreement");
        DIAGRAM.done("obtainPlanAgreement", "planAgreement", "agreed", "conferenceNeeded", false);
        main.is().isWaitingAt("submitPlan");
    }

    @Test
    void aPlanWithoutSupportDecisionGetsNoNotice() {
        main.toSupport(false);
        main.is().hasNotPassed("sendSupportNotice").isWaitingAtExactly("deliverPlan", "monitorSupport");
    }

    @Test
    void aSupportDecisionIsNotifiedWhileSupportRuns() {
        main.toSupport(true);
        main.is().isWaitingAtExactly("sendSupportNotice", "deliverPlan", "monitorSupport", "employmentSupport");
        DIAGRAM.done("sendSupportNotice");
        DIAGRAM.done("deliverPlan");
        DIAGRAM.done("provideEmploymentSupport", "employmentResult", "ended");
        main.is()
                .hasPassed("supportNoticeSent", "planDelivered", "employmentSupportEnded")
                .isWaitingAtExactly("monitorSupport");
        main.is().hasVariables("employmentSupportRunning");
    }

    @Test
    void theWardsRejectionLeadsToANewDraftOrToTheEnd() {
        main.toPlan();
        reject("contentChanged");
        main.is().isWaitingAt("draftPlan");
        reject("withdrawn");
        main.is().isWaitingAt("closeCase");
    }

    private void reject(String outcome) {
        DIAGRAM.done("draftPlan");
        main.submitted("planOnly", false);
        main.decided("rejected");
        DIAGRAM.done("acknowledgeRejection");
        DIAGRAM.done("recheckWithPerson");
        DIAGRAM.done("recheckWithAgencies");
        DIAGRAM.done("reviseAndResubmit", "rejectionOutcome", outcome);
    }

    @Test
    void evaluationEndsExtendsReplansAndSuspends() {
        main.toEvaluation();
        DIAGRAM.done("recordEvaluationConference", "evaluationResult", "extend");
        DIAGRAM.done("monitorSupport", "evaluationRequested", true);
        DIAGRAM.done("prepareEvaluation");
        DIAGRAM.done("conveneEvaluationConference");
        DIAGRAM.done("recordEvaluationConference", "evaluationResult", "replan");
        main.is().isWaitingAtExactly("assess");
    }

    @Test
    void evaluationSuspends() {
        main.toEvaluation();
        DIAGRAM.done("recordEvaluationConference", "evaluationResult", "suspend");
        main.is().isWaitingAt("suspended");
    }

    @Test
    void closingWithFollowUpUntilNoneIsLeft() {
        main.toEvaluation();
        DIAGRAM.done("recordEvaluationConference", "evaluationResult", "closure");
        DIAGRAM.done("closeCase", "followUpNeeded", true);
        DIAGRAM.fires("followUpDue");
        DIAGRAM.done("followUp", "followUpNeeded", true);
        DIAGRAM.fires("followUpDue");
        DIAGRAM.done("followUp", "followUpNeeded", false);
        main.is().hasPassed("followUpDone").isEnded();
    }

    @Test
    void whoWantsToWorkNowIsSupportedBeforeThePlanAndNotTwice() {
        hearing(true);
        main.is().isWaitingAtExactly("employmentSupport", "assess", "assessmentJoin");
        DIAGRAM.done("assess", "employmentWished", true);
        main.is().isWaitingAtExactly("employmentSupport", "screen");
        planWithEmployment();
        main.is()
                .isWaitingAtExactly("employmentSupport", "sendSupportNotice", "deliverPlan", "monitorSupport")
                .hasVariables("employmentSupportRunning");
        Assertions.assertThat(open()).containsOnlyOnce("provideEmploymentSupport");
    }

    @Test
    void whatEndedBeforeThePlanIsStartedAgainByIt() {
        hearing(true);
        DIAGRAM.done("provideEmploymentSupport", "employmentResult", "ended");
        DIAGRAM.done("assess", "employmentWished", true);
        planWithEmployment();
        Assertions.assertThat(open()).containsOnlyOnce("provideEmploymentSupport");
    }

    @Test
    void whoIsHeardAgainWhileSupportRunsIsNotSupportedTwice() {
        hearing(true);
        DIAGRAM.done("assess", "employmentWished", true);
        planWithEmployment();
        DIAGRAM.message("planChangeNeeded");
        DIAGRAM.done("assessEmployment", "employmentAssessed", true, "employmentSupportNow", true);
        Assertions.assertThat(open()).containsOnlyOnce("provideEmploymentSupport");
    }

    private void hearing(boolean supportNow) {
        main.starts(Map.of());
        DIAGRAM.done("decideTriage", "triageResult", "continueSupport");
        DIAGRAM.done("obtainApplicationAndConsent", "applied", true, "employmentWished", true);
        DIAGRAM.done("assessEmployment", "employmentAssessed", true, "employmentSupportNow", supportNow);
    }

    private void planWithEmployment() {
        main.planned();
        DIAGRAM.done("draftPlan");
        DIAGRAM.done("draftEmploymentPart");
        main.submitted("planAndSupport", true);
        main.decided("decided");
    }

    /** The steps of people that are open, those of called diagrams too. */
    private static List<String> open() {
        return DIAGRAM.openTasks().stream().map(Task::getTaskDefinitionKey).toList();
    }

    @Test
    void aSilentWardIsReportedAndThePersonToldWhileItGoesOnDeciding() {
        main.toDecision();
        DIAGRAM.fires("wardSilent");
        main.is().hasPassed("reportWardSilence").isWaitingAtExactly("planDecision", "explainDelay");
        Assertions.assertThat(open()).containsExactlyInAnyOrder("checkPlan", "explainDelay");
        Assertions.assertThat(DIAGRAM.timers()).as("reported once").isEmpty();
        DIAGRAM.done("explainDelay");
        main.is().hasPassed("delayExplained").isWaitingAtExactly("planDecision");
        main.decided("decided");
        main.is().isWaitingAtExactly("deliverPlan", "monitorSupport");
    }

    /** While the centre checks anew the ward is not silent; a decision that came meanwhile ends the question. */
    @Test
    void aWardThatIsNotItsTurnIsLookedAtAgain() {
        main.toDecision();
        DiagramEngine.WARD_SILENCE.set("recheck");
        DIAGRAM.fires("wardSilent");
        main.is().isWaitingAtExactly("planDecision", "silenceAgain");
        DIAGRAM.fires("silenceAgain");
        main.is().isWaitingAtExactly("planDecision", "silenceAgain");
        main.decided("decided");
        DiagramEngine.WARD_SILENCE.set("decided");
        DIAGRAM.fires("silenceAgain");
        main.is()
                .hasPassed("silenceOver")
                .hasNotPassed("explainDelay")
                .isWaitingAtExactly("deliverPlan", "monitorSupport");
    }

    @Test
    void aDecisionWhileThePersonIsStillToBeToldStartsSupport() {
        main.toDecision();
        DIAGRAM.fires("wardSilent");
        main.decided("decided");
        main.is().isWaitingAtExactly("explainDelay", "deliverPlan", "monitorSupport");
    }

    @Test
    void aDecisionInTimeIsNotReported() {
        main.toDecision();
        main.decided("decided");
        main.is().hasNotPassed("wardSilent", "reportWardSilence");
        Assertions.assertThat(DIAGRAM.timers())
                .extracting("jobDefinitionId")
                .as("the evaluation only")
                .hasSize(1);
    }

    @Test
    void anEvaluationThatIsNeededNowDoesNotWaitForItsDate() {
        main.toMonitoring();
        DIAGRAM.message("evaluationNeeded");
        main.is().hasNotPassed("evaluationDue").isWaitingAtExactly("prepareEvaluation");
        Assertions.assertThat(DIAGRAM.timers()).as("the date that was planned").isEmpty();
    }

    @Test
    void aPlanThatNoLongerFitsIsMadeAnew() {
        main.toSupport(true);
        DIAGRAM.message("planChangeNeeded");
        main.is().isWaitingAtExactly("sendSupportNotice", "deliverPlan", "employmentSupport", "assess");
        DIAGRAM.done("assess", "employmentWished", false);
        main.planned();
        DIAGRAM.done("draftPlan");
        main.submitted("planAndSupport", true);
        Assertions.assertThat(open())
                .containsOnlyOnce("provideEmploymentSupport")
                .contains("checkPlan");
    }

    @Test
    void whereNoPlanIsCarriedOutNoneIsEvaluatedOrChanged() {
        main.toPlan();
        for (String message : List.of("evaluationNeeded", "planChangeNeeded")) {
            Assertions.assertThat(DIAGRAM.listensTo(message)).as(message).isFalse();
        }
        main.is().isWaitingAtExactly("draftPlan");
    }
}
