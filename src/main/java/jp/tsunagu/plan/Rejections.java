package jp.tsunagu.plan;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jp.tsunagu.access.Roles;
import jp.tsunagu.casefile.Cases;
import jp.tsunagu.notice.NoticeKind;
import jp.tsunagu.notice.Notices;
import org.springframework.stereotype.Component;

/** Writes a rejection with its reason and the notice to 主任 that carries it. */
@Component
class Rejections {

    private final Plans plans;
    private final Cases cases;
    private final LatestDecision latest;
    private final Notices notices;

    Rejections(Plans plans, Cases cases, LatestDecision latest, Notices notices) {
        this.plans = plans;
        this.cases = cases;
        this.latest = latest;
        this.notices = notices;
    }

    /**
     * Rejects the submitted version.
     *
     * @throws IllegalStateException if there is no written reason (要領 第10条第3号)
     */
    void reject(String caseNumber, String processInstanceId) {
        String reason = cases.field(caseNumber, "rejectionReason").asText("");
        if (reason.isBlank() || !cases.field(caseNumber, "planCheck").asText().equals("unsuitable")) {
            throw new IllegalStateException("理由のない差戻しはできません: " + caseNumber);
        }
        PlanVersion version = plans.latest(caseNumber).orElseThrow();
        Rejection rejection = plans.save(Rejection.of(
                version,
                plans.rejections(caseNumber).size() + 1,
                processInstanceId,
                cases.field(caseNumber, "rejectionCategory").asText(),
                reason,
                latest.of(caseNumber)));
        ObjectNode content = JsonNodeFactory.instance
                .objectNode()
                .put("plan", version.label())
                .put("number", rejection.number())
                .put("rejectedOn", rejection.rejectedOn().toString())
                .put("reason", reason)
                .put(
                        "pointsToConfirm",
                        cases.field(caseNumber, "pointsToConfirm").asText(""));
        notices.toRole(
                caseNumber, NoticeKind.REJECTION, Roles.CHIEF, rejection.id().toString(), content);
    }
}
