package jp.tsunagu.procedure;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.complete;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;

import java.util.HashMap;
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

/** Every node and every sequence flow of 要領 第10条. */
@Deployment(resources = "processes/plan-decision.bpmn")
class PlanDecisionDiagramTest {

    private static final TakenFlows FLOWS = new TakenFlows();
    private static ProcessEngine engine = DiagramEngine.start("planDecision", FLOWS);

    @RegisterExtension
    static final ProcessEngineExtension EXTENSION =
            ProcessEngineExtension.builder().useProcessEngine(engine).build();

    private ProcessInstance decision;

    @BeforeEach
    void fakes() {
        AbstractAssertions.init(engine);
        DiagramEngine.fakePorts(() -> "no");
    }

    @AfterAll
    static void everyNodeAndEveryFlowWasTaken() {
        try {
            org.assertj.core.api.Assertions.assertThat(FLOWS.missed("processes/plan-decision.bpmn"))
                    .isEmpty();
        } finally {
            engine.close();
        }
    }

    @AfterEach
    void reset() {
        Mocks.reset();
    }

    private String approvalMethod;

    private void submitted(String approvalMethod) {
        this.approvalMethod = approvalMethod;
        decision = runtimeService()
                .startProcessInstanceByKey(
                        "planDecision",
                        "R8-00001",
                        new HashMap<>(Map.of(
                                "caseNumber", "R8-00001",
                                "procedureSet", 1,
                                "decisionType", "planAndSupport")));
    }

    private void done(String step, Object... namesAndValues) {
        Map<String, Object> variables = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            variables.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        complete(task(step, decision), variables);
    }

    private void reject(int count) {
        done("checkPlan", "planCheck", "unsuitable", "approvalMethod", approvalMethod);
        done("writeRejectionReason");
        done("approveAsSubsectionChief", "chiefApproval", "forward");
        done("decidePlan", "wardDecision", "rejected", "decidedByDeputy", false, "rejectionCount", count);
    }

    @Test
    void suitablePlanIsDecidedWithItsSupportInOneAct() {
        submitted("tsunagu");
        done("checkPlan", "planCheck", "suitable", "approvalMethod", approvalMethod);
        done("approveAsSubsectionChief", "chiefApproval", "forward");
        done("decidePlan", "wardDecision", "decided", "decidedByDeputy", false);
        assertThat(decision)
                .hasPassed("recordPlanDecision", "notifySupportDecision", "distributeDecidedPlan", "planDecided")
                .hasNotPassed("startDeputyReview")
                .isEnded();
    }

    @Test
    void aDeputysDecisionIsReviewedAfterwards() {
        submitted("tsunagu");
        done("checkPlan", "planCheck", "suitable", "approvalMethod", approvalMethod);
        done("approveAsSubsectionChief", "chiefApproval", "returnInside");
        assertThat(decision).isWaitingAt("checkPlan");
        done("checkPlan", "planCheck", "suitable", "approvalMethod", approvalMethod);
        done("approveAsSubsectionChief", "chiefApproval", "forward");
        done("decidePlan", "wardDecision", "returnInside", "decidedByDeputy", true);
        assertThat(decision).hasPassed("startDeputyReview").isWaitingAt("checkPlan");
    }

    @Test
    void theWardsOwnDocumentSystemDecides() {
        submitted("wardDocumentSystem");
        done("checkPlan", "planCheck", "suitable", "approvalMethod", approvalMethod);
        done("recordExternalDecision", "wardDecision", "decided", "decisionType", "planOnly");
        assertThat(decision)
                .hasPassed("recordPlanDecision")
                .hasNotPassed("notifySupportDecision", "approveAsSubsectionChief")
                .isEnded();
    }

    @Test
    void rejectionGoesThroughBothRechecksAndTheSecondThroughAMeeting() {
        submitted("tsunagu");
        reject(1);
        assertThat(decision).hasPassed("notifyRejection").isWaitingAt("acknowledgeRejection");
        done("acknowledgeRejection");
        assertThat(decision).isWaitingAtExactly("recheckWithPerson", "recheckWithAgencies");
        done("recheckWithAgencies");
        assertThat(decision).isWaitingAtExactly("recheckWithPerson", "recheckJoin");
        done("recheckWithPerson");
        done("reviseAndResubmit", "rejectionOutcome", "resubmitUnchanged");
        assertThat(decision).isWaitingAt("checkPlan");
        reject(2);
        done("acknowledgeRejection");
        assertThat(decision).isWaitingAtExactly("holdRejectionMeeting");
        done("holdRejectionMeeting");
        done("recheckWithPerson");
        done("recheckWithAgencies");
        done("reviseAndResubmit", "rejectionOutcome", "contentChanged");
        assertThat(decision).hasPassed("planToBeRevised").isEnded();
    }

    @Test
    void aRejectedPlanCanBeWithdrawn() {
        submitted("tsunagu");
        reject(1);
        done("acknowledgeRejection");
        done("recheckWithPerson");
        done("recheckWithAgencies");
        done("reviseAndResubmit", "rejectionOutcome", "withdrawn");
        assertThat(decision).hasPassed("planWithdrawn").isEnded();
    }
}
