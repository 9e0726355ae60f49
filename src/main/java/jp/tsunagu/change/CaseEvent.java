package jp.tsunagu.change;

import java.util.Arrays;
import java.util.Optional;
import jp.tsunagu.casefile.CaseStatus;

/** What staff can report of a running case at any time, and on which cases. The names are those of the messages. */
enum CaseEvent {
    /** 緊急的な支援 (要領 第9条第6号): blocked by nothing. */
    EMERGENCY_NEEDED("emergencyNeeded", "緊急の支援が必要になった", Reach.ALSO_AFTER_CLOSING, Begins.several("emergencySupport")),
    /** 確実に福祉事務所につなげる (要領 第9条第5号). */
    WELFARE_NEEDED("welfareNeeded", "生活保護が必要になった", Reach.ALSO_AFTER_CLOSING, Begins.several("welfareOfficeReferral")),
    CONTACT_LOST("contactLost", "連絡がとれなくなった", Reach.IN_CONTACT, Begins.one("lostContact")),
    CONTACT_RESUMED("contactResumed", "連絡がついた", Reach.WAITING, Begins.NOTHING),
    PERSON_MOVED("personMoved", "引っ越した", Reach.BEFORE_CLOSING, Begins.one("personMove")),
    COMPLAINT_RECEIVED("complaintReceived", "苦情を受けた", Reach.ALSO_AFTER_CLOSING, Begins.several("complaint")),
    CONSENT_WITHDRAWN("consentWithdrawn", "同意が取り下げられた", Reach.ALSO_AFTER_CLOSING, Begins.one("consentWithdrawal")),
    APPLICATION_WITHDRAWN(
            "applicationWithdrawn", "申込みが取り下げられた", Reach.BEFORE_CLOSING, Begins.one("applicationWithdrawal")),
    WELFARE_STARTED("welfareStarted", "生活保護が始まった", Reach.BEFORE_CLOSING, Begins.one("welfareStart")),
    EVALUATION_NEEDED("evaluationNeeded", "評価を早める", Reach.BEFORE_CLOSING, Begins.NOTHING),
    PLAN_CHANGE_NEEDED("planChangeNeeded", "プランを変更する", Reach.BEFORE_CLOSING, Begins.NOTHING),
    WORKER_CHANGED("workerChanged", "担当が変わる", Reach.ALSO_AFTER_CLOSING, Begins.several("workerChange")),
    PERSON_DIED("personDied", "本人が亡くなった", Reach.ALSO_AFTER_CLOSING, Begins.NOTHING);

    /** The cases it can be reported of. */
    private enum Reach {
        ALSO_AFTER_CLOSING,
        BEFORE_CLOSING,
        IN_CONTACT,
        WAITING
    }

    /**
     * The process of its own that it begins.
     *
     * @param process null if the main process goes on by itself
     * @param onceAtATime true if a case has it once at a time
     */
    private record Begins(String process, boolean onceAtATime) {

        static final Begins NOTHING = new Begins(null, false);

        static Begins one(String process) {
            return new Begins(process, true);
        }

        static Begins several(String process) {
            return new Begins(process, false);
        }
    }

    private final String message;
    private final String label;
    private final Reach reach;
    private final Begins begins;

    CaseEvent(String message, String label, Reach reach, Begins begins) {
        this.message = message;
        this.label = label;
        this.reach = reach;
        this.begins = begins;
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

    /** The process of its own that it begins; empty if it only tells the main process. */
    Optional<String> process() {
        return Optional.ofNullable(begins.process);
    }

    /** The process that it starts and that a case has once at a time; empty if there may be several, or none starts. */
    Optional<String> onlyProcess() {
        return process().filter(process -> begins.onceAtATime);
    }

    /** True if a case has this process once at a time. */
    static boolean isOnlyProcess(String process) {
        return Arrays.stream(values())
                .anyMatch(event -> event.onlyProcess().filter(process::equals).isPresent());
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
