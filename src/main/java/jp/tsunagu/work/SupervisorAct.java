package jp.tsunagu.work;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a supervisor can do about a step that stands still. */
public enum SupervisorAct {
    REMINDED("催促"),
    REASSIGNED("担当替え"),
    ESCALATED("上へ報告"),
    NOTED("理由と次の予定日の記録");

    private final String label;

    SupervisorAct(String label) {
        this.label = label;
    }

    /** As rows call it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Empty for whatever is none of them. */
    public static Optional<SupervisorAct> of(String key) {
        return Arrays.stream(values()).filter(act -> act.key().equals(key)).findFirst();
    }

    public String label() {
        return label;
    }
}
