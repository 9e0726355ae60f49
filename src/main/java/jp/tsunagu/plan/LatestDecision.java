package jp.tsunagu.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import jp.tsunagu.access.Roles;
import jp.tsunagu.casefile.Cases;
import jp.tsunagu.casefile.StepRecord;
import jp.tsunagu.work.Approvers;
import org.springframework.stereotype.Component;

/** Reads the decision that was just recorded, from whichever form it came by. */
@Component
class LatestDecision {

    private final Cases cases;
    private final Approvers approvers;

    LatestDecision(Cases cases, Approvers approvers) {
        this.cases = cases;
        this.approvers = approvers;
    }

    DecisionRecord of(String caseNumber) {
        StepRecord step = cases.steps(caseNumber, DecidePlanStep.IN_TSUNAGU, DecidePlanStep.EXTERNAL).stream()
                .max(Comparator.comparing(StepRecord::recordedAt))
                .orElseThrow(() -> new IllegalStateException("決定の記録がありません: " + caseNumber));
        JsonNode form = step.data();
        boolean external = step.step().equals(DecidePlanStep.EXTERNAL);
        boolean deputy = !external && approvers.isDeputy(step.author());
        return new DecisionRecord(
                step.actDate(),
                external ? form.path("decidedBy").asText() : step.author(),
                deputy ? Roles.WARD_SECTION_CHIEF : null,
                form.path("documentNumber").textValue(),
                step.author());
    }
}
