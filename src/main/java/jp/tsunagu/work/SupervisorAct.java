package jp.tsunagu.work;

import java.util.Locale;

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

    public static SupervisorAct of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }

    public String label() {
        return label;
    }
}
