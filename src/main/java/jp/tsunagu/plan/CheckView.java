package jp.tsunagu.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.tsunagu.calendar.Wareki;
import jp.tsunagu.casefile.Cases;
import jp.tsunagu.engine.Decisions;
import jp.tsunagu.engine.ServedValue;
import jp.tsunagu.municipality.Settings;
import jp.tsunagu.plan.PlanAct.Kind;
import org.springframework.stereotype.Component;

/** Advice for the officer's check (table {@code useConditions}), rows to fill in, and the text for the ward's document system. */
@Component
class CheckView implements ServedValue {

    private static final Map<String, String> ADVICE =
            Map.of("met", "該当", "equivalent", "準ずる者かを判断", "notMet", "非該当", "unknown", "確認が必要");

    private final Plans plans;
    private final Cases cases;
    private final DecisionTypes types;
    private final ServiceCatalogue catalogue;
    private final Decisions decisions;
    private final Settings settings;
    private final Clock clock;

    CheckView(
            Plans plans,
            Cases cases,
            DecisionTypes types,
            ServiceCatalogue catalogue,
            Decisions decisions,
            Settings settings,
            Clock clock) {
        this.plans = plans;
        this.cases = cases;
        this.types = types;
        this.catalogue = catalogue;
        this.decisions = decisions;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Set<String> keys() {
        return Set.of(
                "useConditionAdvice",
                "useConditionResults",
                "agencyRechecks",
                "agencyRechecksView",
                "draftApprovalText");
    }

    @Override
    public JsonNode value(String key, Viewer viewer) {
        return switch (key) {
            case "useConditionAdvice" -> advice(viewer);
            case "useConditionResults" -> rowsToCheck(viewer);
            case "agencyRechecks" -> agencies(viewer.caseNumber());
            case "agencyRechecksView" -> rechecks(viewer.caseNumber());
            default -> TextNode.valueOf(draftApproval(viewer.caseNumber()));
        };
    }

    private ArrayNode advice(Viewer viewer) {
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        PlanVersion version = plans.latest(viewer.caseNumber()).orElseThrow();
        for (String service : version.content().services()) {
            if (types.needsSupportDecision(viewer.procedureSet(), service, LocalDate.now(clock))) {
                Map<String, Object> row = decisions
                        .rows(viewer.procedureSet(), "useConditions", facts(viewer, version, service))
                        .get(0);
                rows.addObject()
                        .put("service", name(viewer.caseNumber(), service))
                        .put("advice", ADVICE.getOrDefault((String) row.get("advice"), ""))
                        .put("ground", (String) row.get("ground"));
            }
        }
        return rows;
    }

    private Map<String, Object> facts(Viewer viewer, PlanVersion version, String service) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("municipality", settings.municipality());
        facts.put("service", service);
        facts.put("ageOnApplication", ageOnApplication(viewer.caseNumber(), version));
        facts.put("householdIncome", number(cases.field(viewer.caseNumber(), "householdIncome")));
        facts.put("assets", number(cases.field(viewer.caseNumber(), "assets")));
        facts.put("incomeLimit", number(viewer.values().path("incomeLimit")));
        facts.put("assetLimit", number(viewer.values().path("assetLimit")));
        return facts;
    }

    /** The age counts on the day the person applied, not on the day the ward decides (港区就労準備支援事業運営要領 第3条). */
    private Integer ageOnApplication(String caseNumber, PlanVersion version) {
        String birthDate = cases.field(caseNumber, "birthDate").textValue();
        Optional<PlanAct> agreed = plans.actOf(Kind.AGREED, version);
        return birthDate == null || agreed.isEmpty()
                ? null
                : Period.between(LocalDate.parse(birthDate), agreed.get().actedOn())
                        .getYears();
    }

    private static Object number(JsonNode value) {
        return value.isNumber() ? value.numberValue() : null;
    }

    private ArrayNode rowsToCheck(Viewer viewer) {
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        plans.latest(viewer.caseNumber()).orElseThrow().content().services().stream()
                .filter(service -> types.needsSupportDecision(viewer.procedureSet(), service, LocalDate.now(clock)))
                .forEach(service -> rows.addObject().put("service", service));
        return rows;
    }

    private ArrayNode agencies(String caseNumber) {
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        plans.latest(caseNumber)
                .orElseThrow()
                .content()
                .providers()
                .forEach(provider -> rows.addObject().put("agency", provider));
        return rows;
    }

    private ArrayNode rechecks(String caseNumber) {
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        cases.field(caseNumber, "agencyRechecks")
                .forEach(row -> rows.addObject()
                        .put("agency", row.path("agency").asText())
                        .put(
                                "recheckedOn",
                                Wareki.format(
                                        LocalDate.parse(row.path("recheckedOn").asText())))
                        .put("recheckResult", row.path("recheckResult").asText()));
        return rows;
    }

    private String draftApproval(String caseNumber) {
        PlanVersion version = plans.latest(caseNumber).orElseThrow();
        StringBuilder text = new StringBuilder("自立相談支援事業のプラン決定について（案）\n\n");
        text.append("ケース番号 ")
                .append(caseNumber)
                .append("　")
                .append(version.label())
                .append("\n");
        for (PlanItem item : version.content().items()) {
            text.append("・%s（%s）%s〜%s\n"
                    .formatted(
                            name(caseNumber, item.service()),
                            item.provider(),
                            Wareki.format(item.from()),
                            Wareki.format(item.to())));
        }
        return text.append("\n港区自立相談支援事業運営要領 第9条第7号・第8号、第10条第2号の規定により決定する。").toString();
    }

    private String name(String caseNumber, String service) {
        return catalogue.name(cases.find(caseNumber).municipality(), service, LocalDate.now(clock));
    }
}
