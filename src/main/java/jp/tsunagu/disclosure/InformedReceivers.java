package jp.tsunagu.disclosure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagu.calendar.Wareki;
import jp.tsunagu.engine.ServedValue;
import jp.tsunagu.engine.StepHandler;
import jp.tsunagu.engine.Submission;
import jp.tsunagu.form.Refusal;
import org.springframework.stereotype.Component;

/** 同意の撤回: exactly those who were told something are told to stop, each of them (I-03). The record says who they are. */
@Component
class InformedReceivers implements ServedValue, StepHandler {

    private static final String ROWS = "informedReceivers";
    private static final String RECEIVER = "receiver";

    private final Disclosures disclosures;
    private final DisclosureTable table;

    InformedReceivers(Disclosures disclosures, DisclosureTable table) {
        this.disclosures = disclosures;
        this.table = table;
    }

    @Override
    public Set<String> keys() {
        return Set.of(ROWS);
    }

    @Override
    public JsonNode value(String key, Viewer viewer) {
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        receivers(viewer.caseNumber())
                .forEach((receiver, told) ->
                        rows.addObject().put(RECEIVER, receiver).put("toldBefore", told));
        return rows;
    }

    /** Each receiver with what they were told, the earliest first. */
    private Map<String, String> receivers(String caseNumber) {
        Map<String, String> receivers = new LinkedHashMap<>();
        for (DisclosureLog.Line line : disclosures.of(caseNumber)) {
            String items = line.items().stream().map(table::label).collect(Collectors.joining("、"));
            receivers.merge(
                    table.label(line.body()) + "　" + line.receiver(),
                    Wareki.format(line.on()) + "：" + items,
                    (before, more) -> before + "／" + more);
        }
        return receivers;
    }

    @Override
    public Set<String> steps() {
        return Set.of("informAgencies");
    }

    @Override
    public List<Refusal> check(Submission submission) {
        Set<String> informed = submission.rows(ROWS).stream()
                .map(row -> row.path(RECEIVER).asText())
                .collect(Collectors.toSet());
        return receivers(submission.caseNumber()).keySet().stream()
                .filter(receiver -> !informed.contains(receiver))
                .map(receiver -> Refusal.ofField(ROWS, "「" + receiver + "」に伝えたことが記録されていません（要領 第9条第2号）。"))
                .toList();
    }
}
