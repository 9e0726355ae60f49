package jp.tsunagu.procedure;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.ProcessInstanceAssert;

/** The one case of a test of the main diagram, led to the places from which the tests go on. */
final class MainCase {

    static final String MAIN = "processes/self-reliance-support.bpmn";

    /** What the main diagram calls. */
    static final String[] CALLED = {
        "processes/plan-decision.bpmn", "processes/employment-support.bpmn", "processes/welfare-need.dmn"
    };

    private final DiagramUnderTest diagram;
    private ProcessInstance instance;

    MainCase(DiagramUnderTest diagram) {
        this.diagram = diagram;
    }

    ProcessInstance instance() {
        return instance;
    }

    /** What is said of the case. */
    ProcessInstanceAssert is() {
        return assertThat(instance);
    }

    void starts(Map<String, Object> known) {
        instance = diagram.start(DiagramEngine.initial(known));
    }

    void toOutreach() {
        starts(Map.of("contactMade", false));
    }

    void toAssessment() {
        starts(Map.of());
        diagram.done("decideTriage", "triageResult", "continueSupport");
        diagram.done("obtainApplicationAndConsent", "applied", true, "consent", "full", "employmentWished", false);
    }

    void toScreening() {
        toAssessment();
        diagram.done("assess", "employmentWished", false);
    }

    void toSuspension() {
        toScreening();
        diagram.done("screen", "screeningResult", "suspend");
        diagram.done("confirmScreening", "screeningConfirmation", "confirmed");
    }

    void toPlan() {
        toScreening();
        planned();
    }

    /** From screening on. */
    void planned() {
        diagram.done("screen", "screeningResult", "plan");
        diagram.done("confirmScreening", "screeningConfirmation", "confirmed");
    }

    void toDecision() {
        toPlan();
        diagram.done("draftPlan");
        submitted("planOnly", false);
    }

    /** From the draft on. */
    void submitted(String decisionType, boolean employmentSupport) {
        diagram.done(
                "obtainPlanAgreement", "planAgreement", "agreed", "conferenceNeeded", true, "agreementNeeded", false);
        diagram.done("convenePlanConference");
        diagram.done("recordPlanConference", "conferenceResult", "approved", "agreementNeeded", false);
        diagram.done("submitPlan", "decisionType", decisionType, "employmentSupportNeeded", employmentSupport);
    }

    void decided(String result) {
        diagram.done("checkPlan", "planCheck", "suitable", "approvalMethod", "tsunagu");
        diagram.done("approveAsSubsectionChief", "chiefApproval", "forward");
        diagram.done("decidePlan", "wardDecision", result, "decidedByDeputy", false, "rejectionCount", 1);
    }

    /** Support with notice and employment support, or neither. */
    void toSupport(boolean support) {
        toPlan();
        diagram.done("draftPlan");
        submitted(support ? "planAndSupport" : "planOnly", support);
        decided("decided");
    }

    void toMonitoring() {
        toSupport(false);
        diagram.done("deliverPlan");
        is().isWaitingAtExactly("monitorSupport");
    }

    void toEvaluation() {
        toMonitoring();
        diagram.done("monitorSupport", "evaluationRequested", false);
        diagram.fires("evaluationDue");
        evaluated();
    }

    /** From the evaluation sheet to the conference. */
    void evaluated() {
        diagram.done("prepareEvaluation");
        diagram.done("conveneEvaluationConference");
    }

    void toFollowUp() {
        toScreening();
        diagram.done("screen", "screeningResult", "closure");
        diagram.done("confirmScreening", "screeningConfirmation", "confirmed");
        diagram.done("closeCase", "followUpNeeded", true);
    }
}
