package jp.tsunagu.procedure.scenario;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import jp.tsunagu.calendar.WorkingDays;
import jp.tsunagu.engine.TrialEngine.Timer;
import jp.tsunagu.procedure.scenario.Scenario.Passing;

/** The time of a story: it goes forward only, and what falls due on the way happens. */
final class TrialTime {

    /** A case that needs more has timers that set each other off. */
    private static final int MOST_TIMERS = 1000;

    private final TrialStage stage;
    private Instant now;

    TrialTime(TrialStage stage) {
        this.stage = stage;
    }

    /** The story begins: also before what an earlier story told. */
    void beginsAt(Instant moment) {
        now = moment;
        stage.engine().at(now);
    }

    /** What can happen at once happens. */
    void settle() {
        moveTo(now);
    }

    String text() {
        return now == null ? "" : When.text(now) + " ";
    }

    /** A day without a time that has come already is today. */
    void until(When at) {
        boolean today = at.time() == null && at.day().equals(stage.workingDays().today());
        if (!today && at.moment().isBefore(now)) {
            throw new PartedException(at.text() + " になる", "もう " + When.text(now) + " です。時は戻りません。", List.of());
        }
        moveTo(today && at.moment().isBefore(now) ? now : at.moment());
    }

    void pass(Passing passing) {
        ZonedDateTime from = now.atZone(WorkingDays.TOKYO);
        LocalDate day = passing.workingDays()
                ? stage.workingDays().addWorkingDays(from.toLocalDate(), passing.days())
                : from.toLocalDate().plusDays(passing.days());
        moveTo(from.with(day).toInstant());
    }

    /** Everything that falls due on the way happens in the order of its dates, each on its day. */
    void moveTo(Instant target) {
        for (int fired = 0; ; fired++) {
            Optional<Timer> next = stage.engine().timers().stream()
                    .findFirst()
                    .filter(timer -> timer.due() == null || !timer.due().isAfter(target));
            if (next.isEmpty()) {
                break;
            }
            if (fired == MOST_TIMERS) {
                throw new PartedException("時がたつ", "予定が予定を呼び、終わりません。", next.get().element());
            }
            Instant due = next.get().due();
            now = due == null || due.isBefore(now) ? now : due;
            stage.engine().at(now);
            stage.engine().fire(next.get());
        }
        now = target;
        stage.engine().at(now);
    }
}
