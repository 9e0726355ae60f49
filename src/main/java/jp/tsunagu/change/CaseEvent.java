package jp.tsunagu.change;

import java.util.Arrays;
import java.util.Optional;
import jp.tsunagu.casefile.CaseStatus;

/** What staff can report of a running case at any time, and on which cases. The names are those of the messages. */
enum CaseEvent {
    /** 緊急的な支援 (要領 第9条第6号): blocked by nothing. */
    EMERGENCY_NEEDED("emergencyNeeded", "緊急の支援が必要になった", Reach.ALSO_AFTER_CLOSING, null),
    /** 確実に福祉事務所につなげる (要領 第9条第5号). */
    WELFARE_NEEDED("welfareNeeded", "生活保護が必要になった", Reach.ALSO_AFTER_CLOSING, null),
    CONTACT_LOST("contactLost", "連絡がとれなくなった", Reach.IN_CONTACT, "lostContact"),
    CONTACT_RESUMED("contactResumed", "連絡がついた", Reach.WAITING, null),
    PERSON_MOVED("personMoved", "引っ越した", Reach.BEFORE_CLOSING, "personMove"),
    COMPLAINT_RECEIVED("complaintReceived", "苦情を受けた", Reach.ALSO_AFTER_CLOSING, null),
    CONSENT_WITHDRAWN("consentWithdrawn", "同意が取り下げられた", Reach.ALSO_AFTER_CLOSING, "consentWithdrawal"),
    APPLICATION_WITHDRAWN("applicationWithdrawn", "申込みが取り下げられた", Reach.BEFORE_CLOSING, "applicationWithdrawal"),
    WELFARE_STARTED("welfareStarted", "生活保護が始まった", Reach.BEFORE_CLOSING, "welfareStart"),
    EVALUATION_NEEDED("evaluationNeeded", "評価を早める", Reach.BEFORE_CLOSING, null),
    PLAN_CHANGE_NEEDED("planChangeNeeded", "プランを変更する", Reach.BEFORE_CLOSING, null),
    WORKER_CHANGED("workerChanged", "担当が変わる", Reach.ALSO_AFTER_CLOSING, null),
    PERSON_DIED("personDied", "本人が亡くなった", Reach.ALSO_AFTER_CLOSING, null);

    /** The cases it can be reported of. */
    private enum Reach {
        ALSO_AFTER_CLOSING,
        BEFORE_CLOSING,
        IN_CONTACT,
        WAITING
    }

    private final String message;
    private final String label;
    private final Reach reach;
    private final String process;

    CaseEvent(String message, String label, Reach reach, String process) {
        this.message = message;
        this.label = label;
        this.reach = reach;
        this.process = process;
    }

    static Optional<CaseEvent> of(String message) {
        return Arrays.stream(values())
                .filter(event -> event.message.equals(message))
                .findFirst();
    }

    String message() {
        return message;
    }

    String label() {
        return label;
    }

    /** The process that it starts and that a case has once at a time; empty if there may be several, or none starts. */
    Optional<String> onlyProcess() {
        return Optional.ofNullable(process);
    }

    /** True if a case has this process once at a time. */
    static boolean isOnlyProcess(String process) {
        return Arrays.stream(values()).anyMatch(event -> process.equals(event.process));
    }

    /** Why a case in this state cannot have it; empty if it can. */
    Optional<String> refuse(CaseStatus status) {
        boolean waits = status == CaseStatus.WAITING || status == CaseStatus.SUSPENDED;
        boolean fits =
                switch (reach) {
                    case ALSO_AFTER_CLOSING -> true;
                    case BEFORE_CLOSING -> status != CaseStatus.CLOSED;
                    case IN_CONTACT -> status == CaseStatus.OPEN;
                    case WAITING -> waits;
                };
        if (fits) {
            return Optional.empty();
        }
        if (status == CaseStatus.CLOSED) {
            return Optional.of("このケースは終結しています。「" + label + "」は記録できません。");
        }
        return Optional.of(waits ? "このケースは、もう連絡を待っています。" : "このケースは、連絡がとれない状態ではありません。");
    }
}
