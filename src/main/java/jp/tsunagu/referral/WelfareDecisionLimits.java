package jp.tsunagu.referral;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.LocalDate;
import java.util.Set;
import jp.tsunagu.calendar.DueDate;
import jp.tsunagu.calendar.WorkingDays;
import jp.tsunagu.casefile.Cases;
import jp.tsunagu.engine.ServedValue;
import org.springframework.stereotype.Component;

/**
 * Until when the welfare office has to answer an application: 14 days, 30 with a special reason (生活保護法第24条第5項). A law
 * sets these days, no municipality changes them; where one is a closed day, the open day before it is shown too.
 */
@Component
class WelfareDecisionLimits implements ServedValue {

    private static final int ORDINARY_DAYS = 14;
    private static final int LONGEST_DAYS = 30;

    private final Cases cases;
    private final WorkingDays workingDays;

    WelfareDecisionLimits(Cases cases, WorkingDays workingDays) {
        this.cases = cases;
        this.workingDays = workingDays;
    }

    @Override
    public Set<String> keys() {
        return Set.of("welfareDecisionLimits");
    }

    @Override
    public JsonNode value(String key, Viewer viewer) {
        String applied =
                cases.field(viewer.caseNumber(), "welfareApplicationDate").asText("");
        if (applied.isEmpty()) {
            return null;
        }
        LocalDate from = LocalDate.parse(applied);
        return TextNode.valueOf(
                "14日：" + limit(from.plusDays(ORDINARY_DAYS)) + "、30日：" + limit(from.plusDays(LONGEST_DAYS)));
    }

    private String limit(LocalDate day) {
        return DueDate.ofLegalLimit(day, workingDays).text();
    }
}
