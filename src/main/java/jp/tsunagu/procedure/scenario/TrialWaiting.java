package jp.tsunagu.procedure.scenario;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Set;
import jp.tsunagu.calendar.WorkingDays;
import jp.tsunagu.engine.OpenToProcedures;
import jp.tsunagu.engine.TrialEngine.Open;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** A case whose person cannot be reached: its targets stand still. Named {@code waitingCase} in the diagrams. */
@OpenToProcedures({"suspend", "resume", "pause"})
public final class TrialWaiting {

    private static final Set<String> NEED_THE_PERSON = Set.of("selfRelianceSupport", "employmentSupport");

    private final TrialStage stage;

    TrialWaiting(TrialStage stage) {
        this.stage = stage;
    }

    public void pause(DelegateExecution execution) {
        stage.present().asked.add("waitingCase.pause");
        waits();
    }

    public void suspend(DelegateExecution execution) {
        stage.present().asked.add("waitingCase.suspend");
        waits();
    }

    /** Every target moves by the days the case has waited, to an open day. */
    public void resume(DelegateExecution execution) {
        stage.present().asked.add("waitingCase.resume");
        LocalDate since = stage.present().waitingSince;
        stage.present().waitingSince = null;
        stage.engine().open().stream()
                .filter(task -> NEED_THE_PERSON.contains(task.process()) && task.due() != null)
                .forEach(task -> stage.engine().moveDue(task.id(), later(since, task)));
    }

    private void waits() {
        if (stage.present().waitingSince == null) {
            stage.present().waitingSince = stage.workingDays().today();
        }
    }

    private Instant later(LocalDate since, Open task) {
        LocalDate created = WorkingDays.dayOf(Date.from(task.created()));
        LocalDate from = since == null || since.isBefore(created) ? created : since;
        long waited = ChronoUnit.DAYS.between(from, stage.workingDays().today());
        LocalDate due = WorkingDays.dayOf(Date.from(task.due())).plusDays(waited);
        return waited <= 0
                ? task.due()
                : stage.workingDays()
                        .closingTime(stage.workingDays().nextOpenDay(due))
                        .toInstant();
    }
}
