package jp.tsunagu.procedure.publish;

/** 経過措置: what becomes of the cases that are open on the day. */
public enum TransitionRule {
    STAY("始まっているケースは、いまの手続のまま終わります（新しいケースだけ新しい手続）"),
    MOVE("始まっているケースも、新しい手続に移ります"),
    MOVE_FROM("選んだ手順にいるケースだけ、新しい手続に移ります");

    private final String label;

    TransitionRule(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
