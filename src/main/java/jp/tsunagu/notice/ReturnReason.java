package jp.tsunagu.notice;

/** Why a letter came back, as the post writes on it. */
enum ReturnReason {
    UNKNOWN_ADDRESS("あて所に尋ねあたりません"),
    MOVED("転居先不明"),
    NOT_COLLECTED("保管期間経過"),
    REFUSED("受取拒否"),
    OTHER("その他");

    private final String label;

    ReturnReason(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    static String labelOf(String key) {
        return key == null ? "" : valueOf(key).label;
    }
}
