package jp.tsunagu.referral;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import jp.tsunagu.calendar.Wareki;
import jp.tsunagu.casefile.Cases;
import jp.tsunagu.casefile.StepRecord;
import jp.tsunagu.engine.Members;
import jp.tsunagu.engine.ServedValue;
import org.springframework.stereotype.Component;

/**
 * What 主任 and 課長 see of a handover that stands still: since when, where, what was done (要領 第9条第5号). Of any other つなぎ
 * whoever records the answer sees the same.
 */
@Component
class HandoverView implements ServedValue {

    private static final Map<String, String> ACTS = Map.of(
            "handOverToWelfareOffice", "福祉事務所へのつなぎ",
            "reviewUnwillingness", "望まない理由の確認",
            "pursueHandover", "主任が動かした",
            "instructHandover", "課長の指示",
            "arrangeEmergencySupport", "緊急支援の手配");

    private final Referrals referrals;
    private final Bridging bridging;
    private final Cases cases;
    private final Members members;

    HandoverView(Referrals referrals, Bridging bridging, Cases cases, Members members) {
        this.referrals = referrals;
        this.bridging = bridging;
        this.cases = cases;
        this.members = members;
    }

    @Override
    public Set<String> keys() {
        return Set.of("handoverState", "handoverActs", "emergencyState", "referralState");
    }

    @Override
    public JsonNode value(String key, Viewer viewer) {
        return switch (key) {
            case "handoverState" ->
                referrals
                        .find(viewer.processInstanceId())
                        .<JsonNode>map(referral -> TextNode.valueOf(viewer.caseNumber() + "：" + referral.state()))
                        .orElse(null);
            case "referralState" ->
                referrals
                        .find(viewer.processInstanceId())
                        .<JsonNode>map(referral ->
                                TextNode.valueOf((referrals.isUnconfirmed(viewer.processInstanceId()) ? "【未確認】" : "")
                                        + referral.state()))
                        .orElse(null);
            case "emergencyState" -> TextNode.valueOf(bridging.state(viewer.caseNumber()));
            default -> acts(viewer);
        };
    }

    private ArrayNode acts(Viewer viewer) {
        LocalDate since = referrals
                .find(viewer.processInstanceId())
                .map(Referral::openedOn)
                .orElse(LocalDate.MIN);
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        cases.steps(viewer.caseNumber(), ACTS.keySet().toArray(String[]::new)).stream()
                .filter(done -> !done.actDate().isBefore(since))
                .sorted(Comparator.comparing(StepRecord::recordedAt))
                .forEach(done -> rows.addObject()
                        .put("on", Wareki.formatWithWeekday(done.actDate()))
                        .put("act", ACTS.get(done.step()) + words(done.data()))
                        .put("by", members.nameOf(done.author())));
        return rows;
    }

    private static String words(JsonNode data) {
        String words = data.path("record")
                .path("facts")
                .asText(data.path("handoverInstruction").asText(""));
        return words.isEmpty() ? "" : "：" + words;
    }
}
