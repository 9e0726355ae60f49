package jp.tsunagu.procedure;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.complete;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.execute;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.job;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;

import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.bpm.engine.test.assertions.bpmn.AbstractAssertions;
import org.camunda.bpm.engine.test.junit5.ProcessEngineExtension;
import org.camunda.bpm.engine.test.mock.Mocks;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every node and every sequence flow of the main diagram, and that nothing else happens on the way. */
@Deployment(
        resources = {
            "processes/self-reliance-support.bpmn",
            "processes/plan-decision.bpmn",
            "processes/employment-support.bpmn",
            "processes/welfare-need.dmn"
        })
class SelfRelianceSupportDiagramTest {

    private static final TakenFlows FLOWS = new TakenFlows();
    private static ProcessEngine engine = DiagramEngine.start("selfRelianceSupport", FLOWS);

    @RegisterExtension
    static final ProcessEngineExtension EXTENSION =
            ProcessEngineExtension.builder().useProcessEngine(engine).build();

    private String welfareIntent = "no";
    private ProcessInstance supportCase;

    @BeforeEach
    void fakes() {
        AbstractAssertions.init(engine);
        DiagramEngine.fakePorts(() -> welfareIntent);
    }

    @AfterAll
    static void everyNodeAndEveryFlowWasTaken() {
        try {
            org.assertj.core.api.Assertions.assertThat(FLOWS.missed("processes/self-reliance-support.bpmn"))
                    .isEmpty();
        } finally {
            engine.close();
        }
    }

    @AfterEach
    void reset() {
        Mocks.reset();
    }

    private void start(Map<String, Object> variables) {
        supportCase = runtimeService()
                .startProcessInstanceByKey("selfRelianceSupport", "R8-00001", DiagramEngine.initial(variables));
    }

    private void done(String step, Object... namesAndValues) {
        Map<String, Object> variables = new java.util.HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            variables.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        complete(taskOfAnyInstance(step), variables);
    }

    private org.camunda.bpm.engine.task.Task taskOfAnyInstance(String step) {
        return engine.getTaskService().createTaskQuery().taskDefinitionKey(step).singleResult();
    }

    private void toScreening() {
        start(Map.of());
        done("decideTriage", "triageResult", "continueSupport");
        done("obtainApplicationAndConsent", "applied", true, "consent", "full", "employmentWished", false);
        done("assess", "employmentWished", false);
    }

    private void toPlan() {
        toScreening();
        done("screen", "screeningResult", "plan");
        done("confirmScreening", "screeningConfirmation", "confirmed");
    }

    private void toSupport(boolean support) {
        toPlan();
        done("draftPlan");
        done("obtainPlanAgreement", "planAgreement", "agreed", "conferenceNeeded", true, "agreementNeeded", false);
        done("convenePlanConference");
        done("recordPlanConference", "conferenceResult", "approved", "agreementNeeded", false);
        String type = support ? "planAndSupport" : "planOnly";
        done("submitPlan", "decisionType", type, "employmentSupportNeeded", support);
        decide("decided");
    }

    private void decide(String result) {
        done("checkPlan", "planCheck", "suitable", "approvalMethod", "tsunagu");
        done("approveAsSubsectionChief", "chiefApproval", "forward");
        done("decidePlan", "wardDecision", result, "decidedByDeputy", false, "rejectionCount", 1);
    }

    private void toEvaluation() {
        toSupport(false);
        done("deliverPlan");
        done("monitorSupport", "evaluationRequested", false);
        execute(job("evaluationDue", supportCase));
        done("prepareEvaluation");
        done("conveneEvaluationConference");
    }

    @Test
    void informationIsEnough() {
        start(Map.of());
        done("decideTriage", "triageResult", "informationOnly");
        assertThat(supportCase).hasPassed("informationGiven").isEnded();
    }

    @Test
    void somebodyWhoDoesNotComeIsVisitedUntilReached() {
        start(Map.of("contactMade", false, "urgent", true));
        assertThat(supportCase).hasPassed("startEmergencySupport").isWaitingAt("reachOut");
        done("reachOut", "contactMade", false);
        done("reachOut", "contactMade", true);
        assertThat(supportCase).isWaitingAt("decideTriage");
    }

    @Test
    void whoWishesToApplyIsHandedOverBesideOtherSupport() {
        welfareIntent = "yes";
        start(Map.of());
        done("decideTriage", "triageResult", "continueSupport");
        assertThat(supportCase)
                .hasPassed("startWelfareOfficeReferral", "welfareOfficeReferralStarted")
                .isWaitingAtExactly("obtainApplicationAndConsent");
    }

    @Test
    void welfareOfficeOnlyWaitsForItsResult() {
        start(Map.of());
        done("decideTriage", "triageResult", "welfareOffice");
        assertThat(supportCase).hasPassed("startWelfareOfficeReferral").isWaitingAt("welfareOutcomeRecorded");
        correlate("welfareOutcomeRecorded", Map.of("welfareOutcome", "started"));
        assertThat(supportCase).isWaitingAt("closeCase");
    }

    @Test
    void aRejectedApplicationLeadsBackToSupport() {
        start(Map.of());
        done("decideTriage", "triageResult", "welfareOffice");
        correlate("welfareOutcomeRecorded", Map.of("welfareOutcome", "rejected"));
        assertThat(supportCase).isWaitingAt("obtainApplicationAndConsent");
    }

    @Test
    void aReferralThatIsNotAcceptedComesBackToTriage() {
        start(Map.of());
        done("decideTriage", "triageResult", "referOther");
        correlate("referralAnswered", Map.of("referralReply", "refused"));
        assertThat(supportCase).isWaitingAt("decideTriage");
        done("decideTriage", "triageResult", "referOther");
        correlate("referralAnswered", Map.of("referralReply", "accepted"));
        assertThat(supportCase).hasPassed("referralAccepted").isEnded();
    }

    @Test
    void employmentSupporterHearsWhoeverWishesToWorkAlsoWhenTheWishAppearsLate() {
        start(Map.of());
        done("decideTriage", "triageResult", "continueSupport");
        done("obtainApplicationAndConsent", "applied", true, "employmentWished", true);
        assertThat(supportCase).isWaitingAt("assess", "assessEmployment");
        done("assessEmployment", "employmentAssessed", true);
        done("assess", "employmentWished", true);
        assertThat(supportCase).isWaitingAtExactly("screen");
    }

    @Test
    void aWishThatAppearsInTheAssessmentIsHeardBeforeScreening() {
        start(Map.of());
        done("decideTriage", "triageResult", "continueSupport");
        done("obtainApplicationAndConsent", "applied", true, "employmentWished", false);
        assertThat(supportCase).isWaitingAtExactly("assess");
        done("assess", "employmentWished", true);
        assertThat(supportCase).isWaitingAtExactly("assessEmployment");
        done("assessEmployment", "employmentAssessed", true);
        assertThat(supportCase).isWaitingAtExactly("screen");
    }

    @Test
    void screeningNeverLowersTheHandover() {
        toScreening();
        welfareIntent = "yes";
        done("screen", "screeningResult", "plan");
        assertThat(supportCase)
                .hasPassed("startWelfareOfficeReferralAtScreening", "welfareReferralStartedAtScreening")
                .isWaitingAtExactly("confirmScreening");
    }

    @Test
    void screeningReturnsAndItsOtherResults() {
        toScreening();
        done("screen", "screeningResult", "plan");
        done("confirmScreening", "screeningConfirmation", "returned");
        assertThat(supportCase).isWaitingAt("screen");
        done("screen", "screeningResult", "seekConsent");
        done("confirmScreening", "screeningConfirmation", "confirmed");
        execute(job("consentRetry", supportCase));
        assertThat(supportCase).isWaitingAt("obtainApplicationAndConsent");
        done("obtainApplicationAndConsent", "applied", true, "employmentWished", false);
        done("assess", "employmentWished", false);
        done("screen", "screeningResult", "referOther");
        done("confirmScreening", "screeningConfirmation", "confirmed");
        correlate("referralAnswered", Map.of("referralReply", "accepted"));
        assertThat(supportCase).isWaitingAt("closeCase");
    }

    @Test
    void screeningCloses() {
        toScreening();
        done("screen", "screeningResult", "closure");
        done("confirmScreening", "screeningConfirmation", "confirmed");
        done("closeCase", "followUpNeeded", false);
        assertThat(supportCase).hasPassed("caseClosed").isEnded();
    }

    @Test
    void aSuspendedCaseResumesWhenContactIsBack() {
        toScreening();
        done("screen", "screeningResult", "suspend");
        done("confirmScreening", "screeningConfirmation", "confirmed");
        correlate("contactResumed", Map.of());
        assertThat(supportCase).isWaitingAt("assess");
    }

    @Test
    void aSuspendedCaseIsBroughtBeforeTheChiefInTheEnd() {
        toScreening();
        done("screen", "screeningResult", "suspend");
        done("confirmScreening", "screeningConfirmation", "confirmed");
        execute(job("suspensionEnds", supportCase));
        assertThat(supportCase).isWaitingAt("closeCase");
    }

    @Test
    void thePersonsAnswersToThePlan() {
        toPlan();
        done("draftPlan");
        done("obtainPlanAgreement", "planAgreement", "changesWanted");
        assertThat(supportCase).isWaitingAt("draftPlan");
        done("draftPlan");
        done("obtainPlanAgreement", "planAgreement", "consultationOnly");
        execute(job("consultationReview", supportCase));
        assertThat(supportCase).isWaitingAt("screen");
        done("screen", "screeningResult", "plan");
        done("confirmScreening", "screeningConfirmation", "confirmed");
        done("draftPlan");
        done("obtainPlanAgreement", "planAgreement", "declined");
        assertThat(supportCase).isWaitingAt("closeCase");
    }

    @Test
    void theConferenceReturnsChangesAndApproves() {
        toPlan();
        runtimeService().setVariable(supportCase.getId(), "employmentWished", true);
        done("draftPlan");
        done("obtainPlanAgreement", "planAgreement", "agreed", "conferenceNeeded", true, "agreementNeeded", false);
        done("convenePlanConference");
        done("recordPlanConference", "conferenceResult", "returned");
        assertThat(supportCase).isWaitingAtExactly("draftPlan", "draftEmploymentPart");
        done("draftPlan");
        done("draftEmploymentPart");
        done("obtainPlanAgreement", "planAgreement", "agreed", "conferenceNeeded", true);
        done("convenePlanConference");
        done("recordPlanConference", "conferenceResult", "approvedWithChanges", "agreementNeeded", true);
        assertThat(supportCase).isWaitingAt("obtainPlanAgreement");
        done("obtainPlanAgreement", "planAgreement", "agreed", "conferenceNeeded", false);
        assertThat(supportCase).isWaitingAt("submitPlan");
    }

    @Test
    void aPlanWithoutSupportDecisionGetsNoNotice() {
        toSupport(false);
        assertThat(supportCase).hasNotPassed("sendSupportNotice").isWaitingAtExactly("deliverPlan", "monitorSupport");
    }

    @Test
    void aSupportDecisionIsNotifiedWhileSupportRuns() {
        toSupport(true);
        assertThat(supportCase)
                .isWaitingAtExactly("sendSupportNotice", "deliverPlan", "monitorSupport", "employmentSupport");
        done("sendSupportNotice");
        done("deliverPlan");
        done("provideEmploymentSupport", "employmentResult", "ended");
        assertThat(supportCase)
                .hasPassed("supportNoticeSent", "planDelivered", "employmentSupportEnded")
                .isWaitingAtExactly("monitorSupport");
        assertThat(supportCase).hasVariables("employmentSupportRunning");
    }

    @Test
    void theWardsRejectionLeadsToANewDraftOrToTheEnd() {
        toPlan();
        reject("contentChanged");
        assertThat(supportCase).isWaitingAt("draftPlan");
        reject("withdrawn");
        assertThat(supportCase).isWaitingAt("closeCase");
    }

    private void reject(String outcome) {
        done("draftPlan");
        done("obtainPlanAgreement", "planAgreement", "agreed", "conferenceNeeded", true, "agreementNeeded", false);
        done("convenePlanConference");
        done("recordPlanConference", "conferenceResult", "approved");
        done("submitPlan", "decisionType", "planOnly", "employmentSupportNeeded", false);
        decide("rejected");
        done("acknowledgeRejection");
        done("recheckWithPerson");
        done("recheckWithAgencies");
        done("reviseAndResubmit", "rejectionOutcome", outcome);
    }

    @Test
    void evaluationEndsExtendsReplansAndSuspends() {
        toEvaluation();
        done("recordEvaluationConference", "evaluationResult", "extend");
        done("monitorSupport", "evaluationRequested", true);
        done("prepareEvaluation");
        done("conveneEvaluationConference");
        done("recordEvaluationConference", "evaluationResult", "replan");
        assertThat(supportCase).isWaitingAtExactly("assess");
    }

    @Test
    void evaluationSuspends() {
        toEvaluation();
        done("recordEvaluationConference", "evaluationResult", "suspend");
        assertThat(supportCase).isWaitingAt("suspended");
    }

    @Test
    void closingWithFollowUpUntilNoneIsLeft() {
        toEvaluation();
        done("recordEvaluationConference", "evaluationResult", "closure");
        done("closeCase", "followUpNeeded", true);
        execute(job("followUpDue", supportCase));
        done("followUp", "followUpNeeded", true);
        execute(job("followUpDue", supportCase));
        done("followUp", "followUpNeeded", false);
        assertThat(supportCase).hasPassed("followUpDone").isEnded();
    }

    private void correlate(String message, Map<String, Object> variables) {
        runtimeService()
                .createMessageCorrelation(message)
                .processInstanceId(supportCase.getId())
                .setVariables(variables)
                .correlate();
    }
}
