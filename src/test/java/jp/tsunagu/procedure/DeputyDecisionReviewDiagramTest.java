package jp.tsunagu.procedure;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** 代決の後閲: every node, every sequence flow, and that only the absent decider's look ends it. */
class DeputyDecisionReviewDiagramTest {

    @RegisterExtension
    static final DiagramUnderTest DIAGRAM =
            new DiagramUnderTest("deputyDecisionReview", "processes/deputy-decision-review.bpmn");

    @Test
    void itWaitsUntilTheDeciderHasLooked() {
        ProcessInstance review = DIAGRAM.start();
        Assertions.assertThat(DIAGRAM.timePasses()).isZero();
        assertThat(review).isWaitingAtExactly("reviewDeputyDecision");
        DIAGRAM.done("reviewDeputyDecision");
        assertThat(review).hasPassed("deputyDecisionReviewed").isEnded();
    }

    @Test
    void thereIsNoEndWithoutTheReview() {
        Assertions.assertThat(DIAGRAM.paths().endsWithout("reviewDeputyDecision"))
                .isEmpty();
    }
}
