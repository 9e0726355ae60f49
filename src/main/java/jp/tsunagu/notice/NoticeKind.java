package jp.tsunagu.notice;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import jp.tsunagu.access.Roles;

/** The kinds of letters and notices, and who sends those that go out of the house. */
public enum NoticeKind {
    /** 差戻し連絡票: the reason, to 主任相談支援員 (要領 第10条第3号). */
    REJECTION("区からの差戻し（差戻し連絡票）", "acknowledgeRejection"),
    /** 支援提供（変更）通知書(第6号様式), to the person (要領 第10条第4号). */
    SUPPORT_DECISION("支援提供（変更）通知書（第6号様式）", LetterStep.SUPPORT_NOTICE),
    /** The decided plan, to the person, the centre and the providers. */
    DECIDED_PLAN("決定したプランの写し", LetterStep.PLAN_COPY),
    /** つなぎ: somebody is handed over to the welfare office (要領 第9条第5号). */
    REFERRAL("福祉事務所へのつなぎ（受領を記録してください）", "confirmReceipt"),
    /** A handover to the welfare office that stands still, to 主任 (要領 第9条第5号). */
    HANDOVER_OVERDUE("福祉事務所へのつなぎが止まっています"),
    /** A plan on which the ward has not decided in time, to 課長 (要領 第10条). */
    DECISION_OVERDUE("区の決定が期限を過ぎています"),
    /** A letter that has to go out soon, to whoever sends it. */
    LETTER_REMINDER("本人あての通知の期限が近づいています"),
    /** A letter that did not go out in time, to the next person up (要領 第10条第4号: 速やかに). */
    LETTER_OVERDUE("本人あての通知が、期限までに送られていません"),
    /** A letter that came back, to whoever knows the person. */
    LETTER_RETURNED("本人あての通知が返戻になりました（新しい宛先の確認）"),
    /** A step that stands still, to whoever has it in hand, or to everybody who could take it. */
    TASK_REMINDER("手順が止まっています（催促）"),
    /** Somebody read a case for a reason that they told, to 主任 (要領 第12条). */
    VIEWED_FOR_REASON("理由を述べた閲覧がありました（確認してください）"),
    /** A restriction was set, changed, proposed to end or ended, to 主任 who are named (EV8). */
    RESTRICTION_CHANGED("制限ケースの設定が変わりました"),
    /** Somebody opened address and telephone of a restricted case (I-14). */
    CONTACT_UNLOCKED("制限ケースの連絡先が開かれました"),
    /** A step of a restricted case that nobody named can do. */
    NAMED_NOBODY("制限ケースで、待っている仕事を担当できる人が指定されていません"),
    /** A restricted case that nobody named can look after, to 課長, who names a 主任 and reads nothing. */
    NAMED_GONE("制限ケースを見る主任がいません（主任を指定してください）"),

    /** The yearly term of 住基の支援措置 of a restricted case. */
    MEASURE_ENDS("住基の支援措置の期限です（更新を確かめてください。制限は自動では終わりません）");

    private final String label;
    private final LetterStep letter;
    private final String answeredBy;

    NoticeKind(String label) {
        this(label, null, null);
    }

    NoticeKind(String label, LetterStep letter) {
        this(label, letter, null);
    }

    NoticeKind(String label, String answeredBy) {
        this(label, null, answeredBy);
    }

    NoticeKind(String label, LetterStep letter, String answeredBy) {
        this.label = label;
        this.letter = letter;
        this.answeredBy = answeredBy;
    }

    /** What staff read of it. */
    public String label() {
        return label;
    }

    /** How it goes out of the house; empty for what staff read in Tsunagu. */
    Optional<LetterStep> letter() {
        return Optional.ofNullable(letter);
    }

    /** The step whose completion says that it was read; empty if whoever reads it says so on the page. */
    Optional<String> answeredBy() {
        return Optional.ofNullable(answeredBy);
    }

    /** Whether somebody hears of it who must not know of the case: what the welfare office receives, and that nobody looks after it. */
    public boolean passesNames(String role) {
        return this == NAMED_GONE || role.equals(Roles.WELFARE_OFFICE);
    }

    /** Whether everybody of the role is told, and not only whoever has the case: what stands still waits for nobody's return. */
    public boolean concernsAll() {
        return this == HANDOVER_OVERDUE
                || this == DECISION_OVERDUE
                || this == LETTER_OVERDUE
                || this == REFERRAL
                || this == VIEWED_FOR_REASON
                || this == RESTRICTION_CHANGED
                || this == CONTACT_UNLOCKED
                || this == NAMED_NOBODY
                || this == NAMED_GONE
                || this == MEASURE_ENDS
                || this == TASK_REMINDER;
    }

    /**
     * Whether something of the case goes to somebody by it who then acts on it: the person, the ward, the welfare office, a provider.
     * What only says how the work stands, or who looked at the case, does not.
     */
    boolean leavesTheHouse() {
        return letter != null || this == REJECTION || this == REFERRAL;
    }

    /** The letters that a step sends. */
    static Optional<NoticeKind> ofStep(String step) {
        return letters().stream()
                .filter(kind -> kind.letter.step().equals(step))
                .findFirst();
    }

    static List<NoticeKind> letters() {
        return Arrays.stream(values()).filter(kind -> kind.letter != null).toList();
    }

    /**
     * The step of the process that sends a letter to the person: what is typed there or on the page of letters is one truth.
     *
     * @param senderRole whose step it is
     * @param dateField the form's field for the day, {@code mannerField} for how
     * @param paper the paper to print, as the papers are called
     */
    record LetterStep(String step, String senderRole, String dateField, String mannerField, String paper) {

        static final LetterStep SUPPORT_NOTICE = new LetterStep(
                "sendSupportNotice", Roles.WARD_OFFICER, "noticeSentOn", "noticeManner", "06-support-notice");
        static final LetterStep PLAN_COPY = new LetterStep(
                "deliverPlan", Roles.CONSULTATION_SUPPORTER, "deliveredOn", "deliveryManner", "16-plan-copy");
    }
}
