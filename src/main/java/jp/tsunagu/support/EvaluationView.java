package jp.tsunagu.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Map;
import java.util.Set;
import jp.tsunagu.casefile.Cases;
import jp.tsunagu.engine.ServedValue;
import org.springframework.stereotype.Component;

/** 評価シート as the meeting's forms show it. */
@Component
class EvaluationView implements ServedValue {

    private static final Map<String, String> ACHIEVEMENTS =
            Map.of("achieved", "達成", "partly", "一部達成", "notAchieved", "未達成", "changed", "目標変更");

    private final Cases cases;

    EvaluationView(Cases cases) {
        this.cases = cases;
    }

    @Override
    public Set<String> keys() {
        return Set.of("goalResultsView");
    }

    @Override
    public JsonNode value(String key, Viewer viewer) {
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        cases.field(viewer.caseNumber(), "goalResults")
                .forEach(row -> rows.addObject()
                        .put("goal", row.path("goal").asText())
                        .put(
                                "achievement",
                                ACHIEVEMENTS.getOrDefault(
                                        row.path("achievement").asText(), ""))
                        .put("goalNote", row.path("goalNote").asText("")));
        return rows;
    }
}
