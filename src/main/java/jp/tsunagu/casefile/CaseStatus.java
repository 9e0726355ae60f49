package jp.tsunagu.casefile;

/** Where a case stands as a whole. */
public enum CaseStatus {
    /** Under way: has a responsible person and a next date. */
    OPEN,
    /** 連絡待ち: the person cannot be reached; targets stand still, legal dates run on. */
    WAITING,
    /** 中断: waits for the person; legal dates run on. */
    SUSPENDED,
    /** 終結, perhaps with follow-up. */
    CLOSED;

    /** What it is called, on every page and paper. */
    public String label() {
        return switch (this) {
            case OPEN -> "進行中";
            case WAITING -> "連絡待ち";
            case SUSPENDED -> "中断";
            case CLOSED -> "終結";
        };
    }
}
