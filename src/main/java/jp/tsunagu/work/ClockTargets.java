package jp.tsunagu.work;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Optional;
import jp.tsunagu.calendar.WorkingDays;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.stereotype.Component;

/**
 * Targets in clock time, for what cannot wait for the next open day (要領 第9条第5号): they are never moved to one, also not
 * before a long holiday. A time that has passed is now.
 */
@Component
class ClockTargets {

    private final WorkingDays workingDays;
    private final Clock clock;

    ClockTargets(WorkingDays workingDays, Clock clock) {
        this.workingDays = workingDays;
        this.clock = clock;
    }

    /** Empty if the row counts in days. */
    Optional<Date> of(VariableScope scope, StepTarget row) {
        if (!row.byClock()) {
            return Optional.empty();
        }
        Instant from = Optional.ofNullable((Date) scope.getVariable(row.countsFrom()))
                .map(date -> Instant.ofEpochMilli(date.getTime()))
                .orElseGet(clock::instant);
        Instant target = row.unit().equals("minutes")
                ? from.plus(row.targetDays(), ChronoUnit.MINUTES)
                : workingDays
                        .closingTime(from.atZone(WorkingDays.TOKYO).toLocalDate())
                        .minusMinutes(row.targetDays())
                        .toInstant();
        return Optional.of(Date.from(target));
    }
}
