package jp.tsunagu.procedure;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.complete;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.execute;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.jobQuery;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;

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

/** Who moves a handover that stands still: 主任 again and again, 課長 once, both only until the receipt (要領 第9条第5号). */
@Deployment(resources = "processes/welfare-office-referral.bpmn")
class HandoverEscalationDiagramTest {

    private static final TakenFlows FLOWS = new TakenFlows();
    private static ProcessEngine engine = DiagramEngine.start("handoverEscalation", FLOWS);

    @RegisterExtension
    static final ProcessEngineExtension EXTENSION =
            ProcessEngineExtension.builder().useProcessEngine(engine).build();

    private ProcessInstance handover;

    @BeforeEach
    void fakes() {
        AbstractAssertions.init(engine);
        DiagramEngine.fakePorts(() -> "yes");
    }

    private void begins() {
        handover = runtimeService()
                .startProcessInstanceByKey(
                        "welfareOfficeReferral", "R8-00001", Map.of("caseNumber", "R8-00001", "procedureSet", 1));
    }

    @AfterAll
    static void everyNodeAndEveryFlowOfTheWatchWasTaken() {
        try {
            org.assertj.core.api.Assertions.assertThat(FLOWS.missed("processes/welfare-office-referral.bpmn"))
                    .isEmpty();
        } finally {
            engine.close();
        }
    }

    @AfterEach
    void reset() {
        Mocks.reset();
    }

    private void done(String step, Map<String, Object> variables) {
        complete(task(step, handover), variables);
    }

    private void falls(String timer) {
        execute(jobQuery().processInstanceId(handover.getId()).activityId(timer).singleResult());
    }

    private void outcome() {
        done("recordWelfareOutcome", Map.of("welfareOutcome", "started"));
    }

    @Test
    void theReceiptEndsTheOpenTasksOfBoth() {
        begins();
        falls("pursuitDue");
        falls("supervisionDue");
        assertThat(handover)
                .isWaitingAtExactly(
                        "handOverToWelfareOffice", "pursuit", "pursueHandover", "supervision", "instructHandover");
        done("handOverToWelfareOffice", Map.of("welfareWish", "wants"));
        assertThat(handover)
                .isWaitingAtExactly("confirmReceipt", "pursuit", "pursueHandover", "supervision", "instructHandover");
        done("confirmReceipt", Map.of());
        assertThat(handover)
                .hasPassed("pursuitEnded", "supervisionEnded")
                .isWaitingAtExactly("recordWelfareOutcome")
                .isNotEnded();
        outcome();
        assertThat(handover).hasPassed("welfareReferralClosed").isEnded();
    }

    @Test
    void theReceiptInTimeLeavesNoTimerBehind() {
        begins();
        done("handOverToWelfareOffice", Map.of("welfareWish", "unclear"));
        done("handOverToWelfareOffice", Map.of("welfareWish", "wants"));
        done("confirmReceipt", Map.of());
        assertThat(handover).hasNotPassed("pursueHandover", "instructHandover");
        org.assertj.core.api.Assertions.assertThat(
                        jobQuery().processInstanceId(handover.getId()).count())
                .isZero();
        outcome();
        assertThat(handover).isEnded();
    }

    @Test
    void chiefComesBackAtThePromisedDayAndSectionChiefOnce() {
        begins();
        falls("pursuitDue");
        done("pursueHandover", Map.of());
        falls("pursuitDue");
        done("pursueHandover", Map.of());
        falls("supervisionDue");
        done("instructHandover", Map.of());
        assertThat(handover)
                .hasPassed("supervisionDone")
                .isWaitingAtExactly("handOverToWelfareOffice", "pursuit", "pursuitDue");
        done("handOverToWelfareOffice", Map.of("welfareWish", "wants"));
        falls("pursuitDue");
        done("confirmReceipt", Map.of());
        assertThat(handover).isWaitingAtExactly("recordWelfareOutcome");
        outcome();
        assertThat(handover).isEnded();
    }

    @Test
    void whoIsUnwillingIsReviewedAndOfferedAgainUnderANewWatch() {
        begins();
        falls("pursuitDue");
        done("handOverToWelfareOffice", Map.of("welfareWish", "unwilling"));
        assertThat(handover).isWaitingAtExactly("reviewUnwillingness");
        done("reviewUnwillingness", Map.of("unwillingnessReview", "reoffer"));
        assertThat(handover)
                .isWaitingAtExactly(
                        "handOverToWelfareOffice", "pursuit", "pursuitDue", "supervision", "supervisionDue");
        done("handOverToWelfareOffice", Map.of("welfareWish", "unwilling"));
        done("reviewUnwillingness", Map.of("unwillingnessReview", "confirmedUnwilling"));
        assertThat(handover).hasPassed("unwillingnessConfirmed").isEnded();
    }
}
