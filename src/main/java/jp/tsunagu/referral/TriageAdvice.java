package jp.tsunagu.referral;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import java.util.Set;
import jp.tsunagu.engine.Decisions;
import jp.tsunagu.engine.Names;
import jp.tsunagu.engine.ServedValue;
import org.springframework.stereotype.Component;

/** Advice for triage and screening, from what is typed so far. The worker decides. */
@Component
class TriageAdvice implements ServedValue {

    private final WelfareNeed welfareNeed;
    private final CaseFacts facts;
    private final Decisions decisions;

    TriageAdvice(WelfareNeed welfareNeed, CaseFacts facts, Decisions decisions) {
        this.welfareNeed = welfareNeed;
        this.facts = facts;
        this.decisions = decisions;
    }

    @Override
    public Set<String> keys() {
        return Set.of("welfareNeedAdvice", "triageAdvice", "screeningAdvice");
    }

    @Override
    public JsonNode value(String key, Viewer viewer) {
        return facts.withTyped(viewer.values(), () -> {
            String need = welfareNeed.of(viewer.caseNumber(), viewer.procedureSet());
            return switch (key) {
                case "triageAdvice" -> advice("triage", need, viewer);
                case "screeningAdvice" -> advice("screening", need, viewer);
                default -> TextNode.valueOf(WelfareNeed.label(need));
            };
        });
    }

    private JsonNode advice(String table, String need, Viewer viewer) {
        Map<String, Object> inputs = Map.of(Names.CASE_NUMBER, viewer.caseNumber(), "welfareNeed", need);
        return TextNode.valueOf((String)
                decisions.rows(viewer.procedureSet(), table, inputs).get(0).get("advice"));
    }
}
