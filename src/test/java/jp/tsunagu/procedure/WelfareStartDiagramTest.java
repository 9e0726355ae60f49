package jp.tsunagu.procedure;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 保護の開始（要領 第9条第9号）: every node, every sequence flow, and that support goes on unless 主任 closes. */
class WelfareStartDiagramTest {

    @RegisterExtension
    static final DiagramUnderTest DIAGRAM =
            new DiagramUnderTest("welfareStart", "processes/welfare-start.bpmn", "processes/early-closing.bpmn");

    private ProcessInstance review;

    @BeforeEach
    void welfareHasStarted() {
        review = DIAGRAM.start();
        assertThat(review).isWaitingAtExactly("reviewAfterWelfareStart");
    }

    @Test
    void whatIsStillNeededGoesOn() {
        DIAGRAM.done("reviewAfterWelfareStart", "welfareReview", "continueServices");
        assertThat(review)
                .hasPassed("servicesContinue")
                .hasNotPassed("earlyClosing")
                .isEnded();
        Assertions.assertThat(DiagramEngine.asked()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"true, close", "false, "})
    void theChiefDecidesWhetherItEnds(boolean closed, String asked) {
        DIAGRAM.done("reviewAfterWelfareStart", "welfareReview", "closure");
        assertThat(review).isWaitingAtExactly("earlyClosing");
        DIAGRAM.done("closeEarly", "closingConfirmed", closed);
        assertThat(review).hasPassed("welfareStartHandled").isEnded();
        Assertions.assertThat(DiagramEngine.asked())
                .isEqualTo(Stream.ofNullable(asked).toList());
    }

    @Test
    void itEndsWithTheCase() {
        DIAGRAM.message("caseEnded");
        assertThat(review)
                .hasPassed("besideEnded")
                .hasNotPassed("servicesContinue")
                .isEnded();
    }

    @Test
    void thereIsNoEndWithoutTheReviewNorAClosingWithoutTheChief() {
        DiagramPaths paths = DIAGRAM.paths();
        Assertions.assertThat(paths.endsWithout("reviewAfterWelfareStart")).containsExactly("besideEnded");
        Assertions.assertThat(paths.endsWithout("earlyClosing"))
                .containsExactlyInAnyOrder("besideEnded", "servicesContinue");
    }
}
