package jp.tsunagu.casefile;

/** 相手 (第3号様式): whom a contact was with, and so whether the person was reached at all. */
public enum Counterpart {
    PERSON("本人"),
    /** An attempt: it counts where a contact is lost, and is no contact. */
    PERSON_NOT_REACHED("本人（つながらなかった）"),
    FAMILY("家族・知人"),
    AGENCY("関係機関"),
    OTHER("その他（所内の相談など）");

    private final String label;

    Counterpart(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
