package jp.tsunagu.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.tsunagu.calendar.Wareki;
import jp.tsunagu.casefile.Cases;
import jp.tsunagu.engine.ServedValue;
import org.springframework.stereotype.Component;

/** The plan as later forms show it: names instead of codes, 和暦 instead of numbers. Nothing of it is typed again. */
@Component
class PlanView implements ServedValue {

    private final Plans plans;
    private final Cases cases;
    private final ServiceCatalogue catalogue;
    private final Clock clock;

    PlanView(Plans plans, Cases cases, ServiceCatalogue catalogue, Clock clock) {
        this.plans = plans;
        this.cases = cases;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    @Override
    public Set<String> keys() {
        return Set.of("planItemsView", "planGoalsView", "planVersionLabel", "itemProgress", "goalResults");
    }

    @Override
    public JsonNode value(String key, Viewer viewer) {
        PlanContent plan = plans.draft(viewer.caseNumber());
        return switch (key) {
            case "planItemsView" -> items(viewer.caseNumber(), plan);
            case "planGoalsView" -> goals(plan);
            case "planVersionLabel" -> label(viewer.caseNumber());
            case "itemProgress" -> progress(viewer.caseNumber(), plan);
            default -> rows(plan.fields().path("planGoals"), "goal");
        };
    }

    private ArrayNode items(String caseNumber, PlanContent plan) {
        Map<String, String> names = names(caseNumber);
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        List<PlanItem> items = plan.items();
        for (int i = 0; i < items.size(); i++) {
            PlanItem item = items.get(i);
            rows.addObject()
                    .put("number", String.valueOf(i + 1))
                    .put("service", names.getOrDefault(item.service(), item.service()))
                    .put("content", item.content())
                    .put("provider", item.provider())
                    .put("responsible", item.responsible())
                    .put("period", Wareki.formatShort(item.from()) + "〜" + Wareki.formatShort(item.to()))
                    .put("application", item.applied() ? "あり" : "");
        }
        return rows;
    }

    private static ArrayNode goals(PlanContent plan) {
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        plan.fields()
                .path("planGoals")
                .forEach(goal -> rows.addObject()
                        .put("goal", goal.path("goal").asText())
                        .put(
                                "achieveBy",
                                Wareki.format(
                                        LocalDate.parse(goal.path("achieveBy").asText()))));
        return rows;
    }

    private JsonNode label(String caseNumber) {
        String label = plans.latest(caseNumber)
                .filter(version -> version.hash().equals(plans.draft(caseNumber).hash()))
                .map(PlanVersion::label)
                .orElse("作成中（同意を受けると版になります）");
        return TextNode.valueOf(label);
    }

    private ArrayNode progress(String caseNumber, PlanContent plan) {
        Map<String, String> names = names(caseNumber);
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        plan.items()
                .forEach(item -> rows.addObject()
                        .put("item", names.getOrDefault(item.service(), item.service()) + "（" + item.provider() + "）"));
        return rows;
    }

    private static ArrayNode rows(JsonNode list, String name) {
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        list.forEach(row -> rows.addObject().put(name, row.path(name).asText()));
        return rows;
    }

    private Map<String, String> names(String caseNumber) {
        return catalogue.on(cases.find(caseNumber).municipality(), LocalDate.now(clock));
    }
}
