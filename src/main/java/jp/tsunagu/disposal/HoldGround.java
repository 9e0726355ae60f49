package jp.tsunagu.disposal;

/** What stops a disposal although the time is over. */
enum HoldGround {
    COMPLAINT("苦情"),
    OBJECTION("審査請求・不服申立て"),
    LAWSUIT("訴訟"),
    DISCLOSURE_REQUEST("開示・訂正の請求"),
    AUDIT("監査・検査"),
    OTHER("その他");

    private final String label;

    HoldGround(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public String code() {
        return name();
    }
}
