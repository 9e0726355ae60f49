package jp.tsunagu.procedure.publish;

/** What becomes of a running case. */
public enum EffectClass {
    MAPPING("対応づけが要る", "新しい図に、いまいる手順がありません。移る先を選んでください。選ばなければ、旧版のまま終わります。"),
    MOVES("移る", "施行日に、新しい手続に移ります。いまの手順・担当者・期限・法定の期日はそのままです。"),
    OLD("旧版で終える", "始めた手続のまま終わります。"),
    UNAFFECTED("影響なし", "この先、変わるところを通らないので、そのままです。"),
    BUSY("確かめられなかった", "いま職員が操作していました。少し待って、調べ直してください。");

    private final String label;
    private final String meaning;

    EffectClass(String label, String meaning) {
        this.label = label;
        this.meaning = meaning;
    }

    public String label() {
        return label;
    }

    public String meaning() {
        return meaning;
    }
}
