package jp.tsunagu.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No diagram goes untested, and the measure can say no. */
class DiagramCoverageTest {

    static Stream<String> diagrams() {
        return PackagedProcedure.read().keySet().stream().filter(name -> name.endsWith(".bpmn"));
    }

    /** {@code processes/plan-decision.bpmn} is walked by {@code PlanDecisionDiagramTest}. */
    @ParameterizedTest
    @MethodSource("diagrams")
    void everyDiagramHasItsTest(String file) {
        String name = Arrays.stream(file.replaceAll(".*/|\\.bpmn", "").split("-"))
                .map(word -> word.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining("", "jp.tsunagu.procedure.", "DiagramTest"));
        assertThatCode(() -> Class.forName(name)).doesNotThrowAnyException();
    }

    @Test
    void whereNobodyWalkedEverythingIsMissed() {
        assertThat(new TakenFlows().missed("processes/deputy-decision-review.bpmn"))
                .containsExactly(
                        "decidedByDeputyStart",
                        "decidedByDeputyStart_reviewDeputyDecision",
                        "deputyDecisionReviewed",
                        "reviewDeputyDecision",
                        "reviewDeputyDecision_deputyDecisionReviewed");
    }
}
