package jp.tsunagu.plan;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import jp.tsunagu.access.Roles;
import jp.tsunagu.casefile.Cases;
import jp.tsunagu.disclosure.Disclosure;
import jp.tsunagu.disclosure.Disclosures;
import jp.tsunagu.notice.NoticeKind;
import jp.tsunagu.notice.Notices;
import org.springframework.stereotype.Component;

/** The letters that follow a decision: exactly one 第6号様式 per act of 支援決定, listing every service; none otherwise. */
@Component
class DecisionNotices {

    private static final String PROVIDER = "provider";
    private static final String PLAN = "plan";

    private final Plans plans;
    private final Notices notices;
    private final Cases cases;
    private final Disclosures disclosures;

    DecisionNotices(Plans plans, Notices notices, Cases cases, Disclosures disclosures) {
        this.plans = plans;
        this.notices = notices;
        this.cases = cases;
        this.disclosures = disclosures;
    }

    void supportDecision(String caseNumber) {
        PlanDecision decision = plans.latestDecision(caseNumber).orElseThrow();
        List<SupportDecision> supports = plans.supportDecisions(decision);
        if (supports.isEmpty()) {
            throw new IllegalStateException("支援決定のない決定に第6号様式は作れません: " + caseNumber);
        }
        ObjectNode content = content(decision).put("change", isChange(caseNumber));
        supports.forEach(support -> content.withArray("services")
                .addObject()
                .put("service", support.service())
                .put("provider", support.provider())
                .put("from", support.fromDay().toString())
                .put("to", support.toDay().toString()));
        notices.toPerson(
                caseNumber,
                NoticeKind.SUPPORT_DECISION,
                decision.decidedOn(),
                decision.id().toString(),
                content);
    }

    /** A decision that replaces an earlier one is told as a change (第6号 変更). */
    private boolean isChange(String caseNumber) {
        return plans.decisionsOf(caseNumber).stream()
                        .filter(decision -> !plans.supportDecisions(decision).isEmpty())
                        .count()
                > 1;
    }

    void decidedPlan(String caseNumber) {
        PlanDecision decision = plans.latestDecision(caseNumber).orElseThrow();
        String cause = decision.id().toString();
        notices.toPerson(caseNumber, NoticeKind.DECIDED_PLAN, decision.decidedOn(), cause, content(decision));
        notices.toRole(caseNumber, NoticeKind.DECIDED_PLAN, Roles.CHIEF, cause + "/centre", content(decision));
        for (String provider : providers(caseNumber, decision)) {
            notices.toBody(
                    caseNumber,
                    NoticeKind.DECIDED_PLAN,
                    provider,
                    decision.decidedOn(),
                    cause + "/" + provider,
                    content(decision));
        }
    }

    /**
     * A consent that was withdrawn, or does not cover every body of the plan, stops what would go out by itself (要領 第9条第2号).
     */
    private Iterable<String> providers(String caseNumber, PlanDecision decision) {
        boolean shared = disclosures
                .scope(caseNumber, PROVIDER, decision.decidedOn())
                .items()
                .contains(PLAN);
        boolean covered = !"notCovered"
                .equals(cases.field(caseNumber, "planDisclosureChecked").asText());
        return shared && covered ? decision.planVersion().content().providers() : List.of();
    }

    /** The copies of the plan went out: each provider that got one stands in the record of disclosures. */
    void delivered(String caseNumber, LocalDate on, String user) {
        PlanDecision decision = plans.latestDecision(caseNumber).orElseThrow();
        Set<String> items = new LinkedHashSet<>(Set.of("name", PLAN));
        items.retainAll(disclosures.scope(caseNumber, PROVIDER, on).items());
        for (String provider : providers(caseNumber, decision)) {
            disclosures.disclose(Disclosure.ofPlan(
                    caseNumber, on, provider, items, decision.planVersion().label(), user));
        }
    }

    private static ObjectNode content(PlanDecision decision) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("plan", decision.planVersion().label())
                .put("decidedOn", decision.decidedOn().toString())
                .put("documentNumber", decision.documentNumber());
    }
}
