package jp.tsunagu.procedure;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** 緊急的な支援（要領 第9条第6号）: every node, every sequence flow, and that it waits for nothing and ends with a result. */
class EmergencySupportDiagramTest {

    @RegisterExtension
    static final DiagramUnderTest DIAGRAM =
            new DiagramUnderTest("emergencySupport", "processes/emergency-support.bpmn");

    @Test
    void itIsArrangedAtOnceAndAgainUntilTheTroubleIsOver() {
        ProcessInstance emergency = DIAGRAM.start();
        assertThat(emergency).isWaitingAtExactly("arrangeEmergencySupport");
        DIAGRAM.done("arrangeEmergencySupport");
        assertThat(emergency).isWaitingAtExactly("checkEmergencyResult");
        DIAGRAM.done("checkEmergencyResult", "emergencyResolved", false);
        assertThat(emergency).isWaitingAtExactly("arrangeEmergencySupport").hasNotPassed("emergencyOver");
        DIAGRAM.done("arrangeEmergencySupport");
        DIAGRAM.done("checkEmergencyResult", "emergencyResolved", true);
        assertThat(emergency).hasPassed("emergencyOver").isEnded();
    }

    @Test
    void thereIsNoEndWithoutACheckedResult() {
        DiagramPaths paths = DIAGRAM.paths();
        Assertions.assertThat(paths.endsWithout("arrangeEmergencySupport")).isEmpty();
        Assertions.assertThat(paths.endsWithout("checkEmergencyResult")).isEmpty();
    }
}
