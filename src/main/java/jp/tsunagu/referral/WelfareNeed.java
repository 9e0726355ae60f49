package jp.tsunagu.referral;

import java.util.Map;
import jp.tsunagu.engine.Decisions;
import jp.tsunagu.engine.Names;
import org.springframework.stereotype.Component;

/** Whether 生活保護 is needed, by table {@code welfareNeed} (要領 第9条第5号). The table never answers "refuse". */
@Component
public class WelfareNeed {

    static final String REQUIRED = "required";
    static final String CONSIDER = "consider";

    private static final Map<String, String> LABELS =
            Map.of(REQUIRED, "必須：福祉事務所へ必ずつなぎます。", CONSIDER, "検討：検討の内容と期日を書いてください。", "notNeeded", "今は必要ありません。");

    private final Decisions decisions;

    WelfareNeed(Decisions decisions) {
        this.decisions = decisions;
    }

    String of(String caseNumber, int procedureSet) {
        return (String) decisions
                .rows(procedureSet, "welfareNeed", Map.of(Names.CASE_NUMBER, caseNumber))
                .get(0)
                .get("welfareNeed");
    }

    /** True if the facts of the case say that the person must be handed over. */
    public boolean isRequired(String caseNumber, int procedureSet) {
        return of(caseNumber, procedureSet).equals(REQUIRED);
    }

    static String label(String need) {
        return LABELS.getOrDefault(need, need);
    }
}
