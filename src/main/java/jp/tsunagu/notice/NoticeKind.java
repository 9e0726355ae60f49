package jp.tsunagu.notice;

/** The kinds of letters and notices. */
public enum NoticeKind {
    /** 差戻し連絡票: the reason, to 主任相談支援員 (要領 第10条第3号). */
    REJECTION,
    /** 支援提供（変更）通知書(第6号様式), to the person (要領 第10条第4号). */
    SUPPORT_DECISION,
    /** The decided plan, to the person, the centre and the providers. */
    DECIDED_PLAN,
    /** A handover to the welfare office that stands still, to 主任 (要領 第9条第5号). */
    HANDOVER_OVERDUE,
    /** A plan on which the ward has not decided in time, to 課長 (要領 第10条). */
    DECISION_OVERDUE
}
