package jp.tsunagu.oversight;

import java.util.Map;
import jp.tsunagu.access.Roles;
import jp.tsunagu.engine.Decisions;
import jp.tsunagu.engine.ProcedureSets;
import jp.tsunagu.municipality.Settings;
import jp.tsunagu.oversight.Awaited.Party;
import org.springframework.stereotype.Component;

/**
 * For whom a case waits, by decision table {@code waitingFor} of the current set and by how the case stands. A step that the table does not
 * know yet waits for those whose work it is.
 */
@Component
class WaitingFor {

    private final Decisions decisions;
    private final ProcedureSets sets;
    private final Settings settings;

    WaitingFor(Decisions decisions, ProcedureSets sets, Settings settings) {
        this.decisions = decisions;
        this.sets = sets;
        this.settings = settings;
    }

    Awaited of(StuckStay stay) {
        boolean standsInFailedJob = stay.failedStep() != null
                && (stay.taskId() == null || stay.failedStep().equals(stay.step()));
        if (standsInFailedJob) {
            return new Awaited(Party.FAILED_JOB, "自動の処理のやり直し（システム管理者）");
        }
        Awaited usual = ofStep(stay);
        return stay.paused() && usual.party() != Party.PERSON ? new Awaited(Party.PERSON, "本人との連絡") : usual;
    }

    private Awaited ofStep(StuckStay stay) {
        return decisions
                .rows(
                        sets.current(),
                        "waitingFor",
                        Map.of("municipality", settings.municipality(), "step", stay.step()))
                .stream()
                .findFirst()
                .map(row -> new Awaited(Party.of((String) row.get("party")), (String) row.get("matter")))
                .orElseGet(() -> new Awaited(ofRole(stay.role()), stay.stepName()));
    }

    private static Party ofRole(String role) {
        if (role != null && Roles.WARD.contains(role)) {
            return Party.WARD;
        }
        return Roles.WELFARE_OFFICE.equals(role) ? Party.WELFARE_OFFICE : Party.STAFF;
    }
}
