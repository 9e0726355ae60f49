package jp.tsunagu.walk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import jp.tsunagu.procedure.ChangedProcedure;
import jp.tsunagu.story.TsunaguTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** The walk finds what is wrong: a fault is planted in a diagram, and the right invariant breaks. */
@TsunaguTest
@Import({CrashingDatabase.class, World.Maker.class, ChangedProcedure.class})
@Tag("walk")
@EnabledIfSystemProperty(named = "walk.long", matches = "true")
class PlantedFaultsTest {

    private static final String HANDOVER = "processes/welfare-office-referral.bpmn";
    private static final String DECISION = "processes/plan-decision.bpmn";
    private static final String MAIN = "processes/self-reliance-support.bpmn";
    private static final int CASES = 40;

    @Autowired
    private World.Maker maker;

    @Autowired
    private ChangedProcedure procedure;

    @AfterEach
    void restore() {
        procedure.publishPackaged();
    }

    @Test
    void handoverThatNobodyPursuesIsFound() {
        Plant plant = new Plant()
                .without(
                        "pursuit",
                        "supervision",
                        "pursuitSettled",
                        "supervisionSettled",
                        "pursuitEnded",
                        "supervisionEnded",
                        "supervisionDone");

        finds(Map.of(HANDOVER, plant), "I-15", 0.7, always("welfareIntent", "yes", "triageResult", "continueSupport"));
    }

    @Test
    void rejectionWithoutReasonIsFound() {
        Plant passes = new Plant()
                .leading("checkSplit_writeRejectionReason", "methodSplit")
                .leading("decisionResult_notifyRejection", "planToBeRevised")
                .without("writeRejectionReason");
        Plant goesOn = new Plant()
                .saying("decisionSplit_decisionToPlanDraft", "${wardDecision == 'rejected'}")
                .saying("decisionSplit_withdrawnToClosing", "${false}");

        finds(Map.of(DECISION, passes, MAIN, goesOn), "I-06", 0, rejected());
    }

    @Test
    void rejectionThatNobodyAcknowledgesIsFound() {
        Plant plant = new Plant()
                .leading("notifyRejection_acknowledgeRejection", "secondRejectionSplit")
                .without("acknowledgeRejection");

        finds(Map.of(DECISION, plant), "I-06", 0, rejected());
    }

    @Test
    void planThatNobodyEvaluatesIsFound() {
        Plant plant = new Plant().without("evaluationDue");

        finds(Map.of(MAIN, plant), "I-08", 0, always("triageResult", "continueSupport", "screeningResult", "plan"));
    }

    private void finds(
            Map<String, UnaryOperator<byte[]>> plants, String invariant, double slow, Map<String, JsonNode> always) {
        procedure.publish(plants);
        Optional<WalkingOffice.Broken> broken = new WalkingOffice(maker.world())
                .walk(new Walk.Course(Long.getLong("walk.seed", 5), CASES, CASES, slow, always));

        assertThat(broken).isPresent();
        assertThat(broken.get().violation().id()).isEqualTo(invariant);
        assertThat(broken.get().story()).contains("のうち", "reception");
    }

    private static Map<String, JsonNode> rejected() {
        return always(
                "triageResult",
                "continueSupport",
                "screeningResult",
                "plan",
                "planAgreement",
                "agreed",
                "planCheck",
                "unsuitable");
    }

    private static Map<String, JsonNode> always(String... fieldsAndValues) {
        Map<String, JsonNode> always = new java.util.HashMap<>();
        for (int i = 0; i < fieldsAndValues.length; i += 2) {
            always.put(fieldsAndValues[i], TextNode.valueOf(fieldsAndValues[i + 1]));
        }
        return always;
    }
}
