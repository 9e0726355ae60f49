package jp.tsunagu.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import jp.tsunagu.casefile.Cases;
import jp.tsunagu.engine.Decisions;
import jp.tsunagu.engine.ServedValue;
import org.springframework.stereotype.Component;

/** Closed lists and proposals for the plan's forms: services, meetings, who must attend, when to evaluate. */
@Component
class PlanChoices implements ServedValue {

    private final Plans plans;
    private final Cases cases;
    private final ServiceCatalogue catalogue;
    private final Conferences conferences;
    private final Quorum quorum;
    private final DecisionTypes types;
    private final Decisions decisions;
    private final Clock clock;

    PlanChoices(
            Plans plans,
            Cases cases,
            ServiceCatalogue catalogue,
            Conferences conferences,
            Quorum quorum,
            DecisionTypes types,
            Decisions decisions,
            Clock clock) {
        this.plans = plans;
        this.cases = cases;
        this.catalogue = catalogue;
        this.conferences = conferences;
        this.quorum = quorum;
        this.types = types;
        this.decisions = decisions;
        this.clock = clock;
    }

    @Override
    public Set<String> keys() {
        return Set.of("serviceCatalogue", "upcomingConferences", "quorumAdvice", "reviewAdvice");
    }

    @Override
    public JsonNode value(String key, Viewer viewer) {
        return switch (key) {
            case "serviceCatalogue" -> services(viewer);
            case "upcomingConferences" -> meetings(viewer);
            case "quorumAdvice" ->
                TextNode.valueOf(Quorum.names(
                        quorum.required(viewer.procedureSet(), plans.draft(viewer.caseNumber()), today())));
            default -> reviewAdvice(viewer);
        };
    }

    private ArrayNode services(Viewer viewer) {
        ArrayNode choices = JsonNodeFactory.instance.arrayNode();
        catalogue
                .on(cases.find(viewer.caseNumber()).municipality(), today())
                .forEach((code, name) -> choice(choices, code, name));
        return choices;
    }

    private ArrayNode meetings(Viewer viewer) {
        ArrayNode choices = JsonNodeFactory.instance.arrayNode();
        conferences
                .upcoming(cases.find(viewer.caseNumber()).municipality())
                .forEach(meeting -> choice(choices, meeting.id().toString(), meeting.label()));
        choice(choices, Conferences.NEW, "新しい会議の日を決める");
        return choices;
    }

    private JsonNode reviewAdvice(Viewer viewer) {
        PlanContent plan = PlanContent.of(viewer.values());
        boolean support = plan.services().stream()
                .anyMatch(service -> types.needsSupportDecision(viewer.procedureSet(), service, today()));
        Map<String, Object> facts = Map.of(
                "urgent",
                cases.field(viewer.caseNumber(), "urgent").asBoolean(),
                "hasSupportDecision",
                support,
                "hasEmploymentSupport",
                EmploymentServices.isIn(plan));
        Object months = decisions
                .rows(viewer.procedureSet(), "reviewInterval", facts)
                .get(0)
                .get("months");
        return TextNode.valueOf(months + "か月後が目安です。");
    }

    private static void choice(ArrayNode choices, String value, String label) {
        choices.addObject().put("value", value).put("label", label);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
