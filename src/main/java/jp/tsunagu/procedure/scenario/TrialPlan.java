package jp.tsunagu.procedure.scenario;

import java.time.LocalDate;

/** Which version of the plan the person agreed to and the meeting approved: its content is not told. */
final class TrialPlan {

    private int version;
    private int agreed = -1;
    private int approved = -1;
    private int rejections;
    private LocalDate submittedOn;

    void drafted() {
        version++;
    }

    void agreed() {
        agreed = version;
    }

    void approved(boolean withChanges) {
        if (withChanges) {
            version++;
        }
        approved = version;
    }

    boolean isAgreed() {
        return agreed == version;
    }

    boolean isApproved() {
        return approved == version;
    }

    int rejectedAgain() {
        return ++rejections;
    }

    void submitted(LocalDate on) {
        submittedOn = on;
    }

    LocalDate submittedOn() {
        return submittedOn;
    }
}
