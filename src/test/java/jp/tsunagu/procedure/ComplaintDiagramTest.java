package jp.tsunagu.procedure;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** 苦情への対応（要領 第6条）: every node, every sequence flow, and that only the final answer of 主任 ends it, not the case's end. */
class ComplaintDiagramTest {

    @RegisterExtension
    static final DiagramUnderTest DIAGRAM = new DiagramUnderTest("complaint", "processes/complaint.bpmn");

    private ProcessInstance complaint;

    @BeforeEach
    void somebodyComplains() {
        complaint = DIAGRAM.start();
        assertThat(complaint).isWaitingAtExactly("answerComplaint");
    }

    @Test
    void anInterimAnswerIsNotTheLast() {
        DIAGRAM.done("answerComplaint", "complaintAnswer", "interim");
        assertThat(complaint).isWaitingAtExactly("answerComplaint").hasNotPassed("complaintAnswered");
        DIAGRAM.done("answerComplaint", "complaintAnswer", "final");
        assertThat(complaint).hasPassed("complaintAnswered").isEnded();
    }

    @Test
    void thereIsNoOtherEnd() {
        Assertions.assertThat(DIAGRAM.timePasses()).isZero();
        Assertions.assertThat(DIAGRAM.paths().endsWithout("answerComplaint")).isEmpty();
    }
}
