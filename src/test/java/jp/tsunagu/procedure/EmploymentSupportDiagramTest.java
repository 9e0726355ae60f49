package jp.tsunagu.procedure;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** 就労支援（要領 第11条第3号）: every node, every sequence flow, and that who found work is supported there too. */
class EmploymentSupportDiagramTest {

    @RegisterExtension
    static final DiagramUnderTest DIAGRAM =
            new DiagramUnderTest("employmentSupport", "processes/employment-support.bpmn");

    private ProcessInstance support;

    @BeforeEach
    void thePlanIsDecided() {
        support = DIAGRAM.start();
        assertThat(support).isWaitingAtExactly("provideEmploymentSupport");
    }

    @Test
    void supportGoesOnAndThenEnds() {
        DIAGRAM.done("provideEmploymentSupport", "employmentResult", "ongoing");
        assertThat(support).isWaitingAtExactly("provideEmploymentSupport");
        DIAGRAM.done("provideEmploymentSupport", "employmentResult", "ended");
        assertThat(support)
                .hasPassed("employmentEnded")
                .hasNotPassed("supportRetention")
                .isEnded();
    }

    @Test
    void whoFoundWorkIsSupportedUntilSettled() {
        DIAGRAM.done("provideEmploymentSupport", "employmentResult", "employed");
        assertThat(support).isWaitingAtExactly("supportRetention").hasNotPassed("employmentEnded");
        DIAGRAM.done("supportRetention", "retentionResult", "ongoing");
        assertThat(support).isWaitingAtExactly("supportRetention").hasNotPassed("retentionEnded");
        DIAGRAM.done("supportRetention", "retentionResult", "ended");
        assertThat(support).hasPassed("retentionEnded").isEnded();
    }

    @Test
    void thereIsNoEndWithoutSupportAndNoneAfterWorkWithoutRetention() {
        DiagramPaths paths = DIAGRAM.paths();
        Assertions.assertThat(paths.endsWithout("provideEmploymentSupport")).isEmpty();
        Assertions.assertThat(paths.endsWithout("supportRetention")).containsExactly("employmentEnded");
    }
}
