package jp.tsunagu.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.tsunagu.engine.CaseInstances;
import jp.tsunagu.engine.ServedValue;
import jp.tsunagu.notice.Notices;
import jp.tsunagu.referral.Referrals;
import org.springframework.stereotype.Component;

/** What still has to be done before a case may be closed (I-10): referrals, emergency support, letters, job support. */
@Component
class OpenWork implements ServedValue {

    private static final Map<String, String> STEPS = Map.of(
            "arrangeEmergencySupport", "緊急支援の手配",
            "checkEmergencyResult", "緊急支援の結果の確認",
            "provideEmploymentSupport", "就労支援",
            "supportRetention", "定着支援",
            "informAgencies", "同意の撤回の連絡",
            "answerComplaint", "苦情への回答");

    private final CaseInstances instances;
    private final Referrals referrals;
    private final Notices notices;

    OpenWork(CaseInstances instances, Referrals referrals, Notices notices) {
        this.instances = instances;
        this.referrals = referrals;
        this.notices = notices;
    }

    List<String> of(String caseNumber) {
        List<String> open = new ArrayList<>();
        if (referrals.hasOpen(caseNumber)) {
            open.add("つなぎ（相手の受領・返答の記録）");
        }
        if (notices.hasUnsentLetters(caseNumber)) {
            open.add("決定の通知・プランの写しの送付");
        }
        instances.openSteps(caseNumber).stream()
                .filter(STEPS::containsKey)
                .map(STEPS::get)
                .forEach(open::add);
        return open;
    }

    @Override
    public Set<String> keys() {
        return Set.of("openWork");
    }

    @Override
    public JsonNode value(String key, Viewer viewer) {
        List<String> open = of(viewer.caseNumber());
        return TextNode.valueOf(open.isEmpty() ? "ありません。" : String.join("、", open));
    }
}
