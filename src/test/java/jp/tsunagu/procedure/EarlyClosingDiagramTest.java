package jp.tsunagu.procedure;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** 途中での終結（要領 第9条第9号）: every node, every sequence flow, and that nobody but 主任 closes. */
class EarlyClosingDiagramTest {

    @RegisterExtension
    static final DiagramUnderTest DIAGRAM = new DiagramUnderTest("earlyClosing", "processes/early-closing.bpmn");

    private ProcessInstance closing;

    @BeforeEach
    void closingIsAskedFor() {
        closing = DIAGRAM.start();
        assertThat(closing).isWaitingAtExactly("closeEarly");
        Assertions.assertThat(DiagramEngine.asked()).isEmpty();
    }

    @Test
    void whatTheChiefClosesEndsTheMainProcedureOnce() {
        DIAGRAM.done("closeEarly", "closingConfirmed", true);
        assertThat(closing)
                .hasPassed("decideFinalClosing", "earlyClosingDecided")
                .isEnded();
        Assertions.assertThat(DiagramEngine.asked()).containsExactly("close");
    }

    @Test
    void whatTheChiefDoesNotCloseGoesOn() {
        DIAGRAM.done("closeEarly", "closingConfirmed", false);
        assertThat(closing).hasPassed("earlyClosingRefused").isEnded();
        Assertions.assertThat(DiagramEngine.asked()).isEmpty();
    }

    @Test
    void noAnswerClosesNothing() {
        assertThatThrownBy(() -> DIAGRAM.done("closeEarly")).isInstanceOf(ProcessEngineException.class);
        assertThat(closing).isWaitingAtExactly("closeEarly");
    }

    @Test
    void timeAloneClosesNothing() {
        Assertions.assertThat(DIAGRAM.timePasses()).isZero();
        assertThat(closing).isWaitingAtExactly("closeEarly");
    }

    @Test
    void thereIsNoEndWithoutTheChiefsDecision() {
        DiagramPaths paths = DIAGRAM.paths();
        Assertions.assertThat(paths.endsWithout("closeEarly")).isEmpty();
        Assertions.assertThat(paths.endsWithout("decideFinalClosing")).containsExactly("earlyClosingRefused");
    }
}
