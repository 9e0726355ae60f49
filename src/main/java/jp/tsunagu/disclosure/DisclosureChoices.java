package jp.tsunagu.disclosure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import jp.tsunagu.calendar.Wareki;
import jp.tsunagu.casefile.Cases;
import jp.tsunagu.casefile.ConsentState;
import jp.tsunagu.engine.ServedValue;
import org.springframework.stereotype.Component;

/** What a form that tells somebody something offers: grounds and items of the table, and how far the consent goes today. */
@Component
class DisclosureChoices implements ServedValue {

    private final DisclosureTable table;
    private final Cases cases;
    private final Clock clock;

    DisclosureChoices(DisclosureTable table, Cases cases, Clock clock) {
        this.table = table;
        this.cases = cases;
        this.clock = clock;
    }

    @Override
    public Set<String> keys() {
        return Set.of("legalGrounds", "disclosureItems", "consentView");
    }

    @Override
    public JsonNode value(String key, Viewer viewer) {
        return switch (key) {
            case "legalGrounds" -> choices(table.legalGrounds());
            case "disclosureItems" -> choices(table.items());
            default -> TextNode.valueOf(consent(viewer.caseNumber()));
        };
    }

    private ArrayNode choices(Collection<String> names) {
        ArrayNode choices = JsonNodeFactory.instance.arrayNode();
        names.forEach(name -> choices.addObject().put("value", name).put("label", table.label(name)));
        return choices;
    }

    String consent(String caseNumber) {
        return cases.consent(caseNumber).map(this::words).orElse("まだ受けていません。");
    }

    private String words(ConsentState consent) {
        LocalDate today = LocalDate.now(clock);
        if (consent.withdrawnOn() != null && !consent.withdrawnOn().isAfter(today)) {
            return "撤回されています（" + Wareki.format(consent.withdrawnOn()) + "）。";
        }
        String given = "（" + Wareki.format(consent.givenOn()) + "）。";
        return switch (consent.answer()) {
            case "full" -> "同意があります" + given;
            case "partial" ->
                "一部だけ同意があります" + given + "相手：" + labels(consent.bodies()) + "　項目："
                        + (consent.items() == null ? "相手ごとの表のとおり" : labels(consent.items()));
            default -> "同意はありません" + given;
        };
    }

    private String labels(Collection<String> names) {
        return String.join("、", names.stream().map(table::label).toList());
    }
}
