package jp.tsunagu.plan;

/** What kind of act the ward's decision is, the weakest first; a plan's is the strongest of its services'. */
public enum DecisionType {
    /** 報告 (Nagaoka). */
    REPORT("report", "報告"),
    /** 確認 (Nagaoka). */
    CONFIRMATION("confirmation", "確認"),
    /** プラン決定のみ (要領 第9条第7号). */
    PLAN_ONLY("planOnly", "プラン決定"),
    /** プラン決定と支援決定 (要領 第9条第8号、第10条第2号). */
    PLAN_AND_SUPPORT("planAndSupport", "プラン決定と支援決定");

    private final String code;
    private final String label;

    DecisionType(String code, String label) {
        this.code = code;
        this.label = label;
    }

    /** The value of the variable {@code decisionType}. */
    public String code() {
        return code;
    }

    public String label() {
        return label;
    }

    static DecisionType of(String code) {
        for (DecisionType type : values()) {
            if (type.code.equals(code)) {
                return type;
            }
        }
        throw new IllegalArgumentException(code);
    }
}
