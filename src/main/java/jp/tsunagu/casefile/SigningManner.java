package jp.tsunagu.casefile;

/** How a paper came to be signed. */
public enum SigningManner {
    PERSON("本人の署名", false, false),
    AMANUENSIS("代筆", true, true),
    REPRESENTATIVE("法定代理人の署名", true, false),
    OTHER_BODY("機関・ほかの人の署名や印", true, false),
    UNSIGNED("署名なし（証明書類など）", false, false);

    private final String label;
    private final boolean namesSomebody;
    private final boolean needsReason;

    SigningManner(String label, boolean namesSomebody, boolean needsReason) {
        this.label = label;
        this.namesSomebody = namesSomebody;
        this.needsReason = needsReason;
    }

    public String label() {
        return label;
    }

    /** True if somebody else than the person wrote the name: who? */
    public boolean namesSomebody() {
        return namesSomebody;
    }

    /** True if it has to be said why the person did not write themselves. */
    public boolean needsReason() {
        return needsReason;
    }
}
