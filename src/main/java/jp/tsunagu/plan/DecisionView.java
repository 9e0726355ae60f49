package jp.tsunagu.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagu.calendar.Wareki;
import jp.tsunagu.casefile.Cases;
import jp.tsunagu.engine.Members;
import jp.tsunagu.engine.ServedValue;
import jp.tsunagu.form.Refusal;
import jp.tsunagu.plan.PlanAct.Kind;
import jp.tsunagu.work.Approvers;
import org.springframework.stereotype.Component;

/** What the ward's forms and those after them show of submission, check, decision and rejection. */
@Component
class DecisionView implements ServedValue {

    private static final Map<String, String> RESULTS =
            Map.of("met", "該当", "equivalent", "準ずる者", "notMet", "非該当", "unconfirmed", "確認できない");

    private final Plans plans;
    private final Cases cases;
    private final SubmissionRules rules;
    private final DecisionTypes types;
    private final ServiceCatalogue catalogue;
    private final Approvers approvers;
    private final Members members;
    private final Clock clock;

    DecisionView(
            Plans plans,
            Cases cases,
            SubmissionRules rules,
            DecisionTypes types,
            ServiceCatalogue catalogue,
            Approvers approvers,
            Members members,
            Clock clock) {
        this.plans = plans;
        this.cases = cases;
        this.rules = rules;
        this.types = types;
        this.catalogue = catalogue;
        this.approvers = approvers;
        this.members = members;
        this.clock = clock;
    }

    @Override
    public Set<String> keys() {
        return Set.of(
                "submissionCheck",
                "useConditionsView",
                "decisionTypeLabel",
                "deputyNotice",
                "rejectionNumberLabel",
                "rejectedOn",
                "decisionLabel",
                "noticeLabel",
                "supportDecisionView",
                "decidedOn");
    }

    @Override
    public JsonNode value(String key, Viewer viewer) {
        String number = viewer.caseNumber();
        return switch (key) {
            case "submissionCheck" -> submissionCheck(number);
            case "useConditionsView" -> useConditions(number);
            case "decisionTypeLabel" ->
                TextNode.valueOf(types.ofPlan(viewer.procedureSet(), plans.draft(number), LocalDate.now(clock))
                        .label());
            case "deputyNotice" -> deputyNotice(viewer);
            case "rejectionNumberLabel" ->
                TextNode.valueOf("第" + plans.rejections(number).size() + "回の差戻し");
            case "rejectedOn" ->
                plans.rejections(number).stream()
                        .findFirst()
                        .<JsonNode>map(rejection ->
                                TextNode.valueOf(rejection.rejectedOn().toString()))
                        .orElse(null);
            case "decisionLabel" -> decision(number, DecisionView::label);
            case "noticeLabel" -> decision(number, made -> "支援決定の通知：" + label(made));
            case "decidedOn" ->
                viewer.step().equals("sendSupportNotice")
                        ? decision(number, made -> made.decidedOn().toString())
                        : null;
            default -> supports(number);
        };
    }

    private JsonNode submissionCheck(String number) {
        String broken = rules.refuse(number).stream().map(Refusal::reason).collect(Collectors.joining(" "));
        if (!broken.isEmpty()) {
            return TextNode.valueOf(broken);
        }
        PlanVersion version = plans.latest(number).orElseThrow();
        return TextNode.valueOf("%s：本人の同意 %s、会議の承認 %s。内容は同じです。"
                .formatted(version.label(), on(Kind.AGREED, version), on(Kind.APPROVED, version)));
    }

    private String on(Kind kind, PlanVersion version) {
        return Wareki.format(plans.actOf(kind, version).orElseThrow().actedOn());
    }

    private ArrayNode useConditions(String number) {
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        String municipality = cases.find(number).municipality();
        cases.field(number, "useConditionResults")
                .forEach(row -> rows.addObject()
                        .put(
                                "service",
                                catalogue.name(municipality, row.path("service").asText(), LocalDate.now(clock)))
                        .put("result", RESULTS.getOrDefault(row.path("result").asText(), ""))
                        .put("ground", row.path("ground").asText()));
        return rows;
    }

    private JsonNode deputyNotice(Viewer viewer) {
        if (viewer.step().equals("reviewDeputyDecision")) {
            return decision(viewer.caseNumber(), made -> "代決者：" + members.nameOf(made.decidedBy()));
        }
        return approvers.isDeputy(viewer.user()) ? TextNode.valueOf("課長が不在のため、代決です。決定は後閲に回ります。") : null;
    }

    private JsonNode decision(String number, java.util.function.Function<PlanDecision, String> text) {
        return plans.latestDecision(number)
                .map(text)
                .<JsonNode>map(TextNode::valueOf)
                .orElse(null);
    }

    private static String label(PlanDecision made) {
        return "%s %s（%s）"
                .formatted(
                        Wareki.format(made.decidedOn()),
                        made.decisionType().label(),
                        made.planVersion().label());
    }

    private ArrayNode supports(String number) {
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        String municipality = cases.find(number).municipality();
        plans.latestDecision(number)
                .map(plans::supportDecisions)
                .orElseGet(java.util.List::of)
                .forEach(support -> rows.addObject()
                        .put("service", catalogue.name(municipality, support.service(), support.fromDay()))
                        .put("provider", support.provider())
                        .put("period", Wareki.format(support.fromDay()) + "〜" + Wareki.format(support.toDay())));
        return rows;
    }
}
