package jp.tsunagu.work;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Map;
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

    /** Empty if the row of {@code stepTarget} counts in days. */
    Optional<Date> of(VariableScope scope, Map<String, Object> row) {
        int minutes = ((Number) row.getOrDefault("targetDays", 0)).intValue();
        Instant from = Optional.ofNullable((Date) scope.getVariable((String) row.get("countsFrom")))
                .map(date -> Instant.ofEpochMilli(date.getTime()))
                .orElseGet(clock::instant);
        Instant target =
                switch ((String) row.get("unit")) {
                    case "minutes" -> from.plus(minutes, ChronoUnit.MINUTES);
                    case "minutesBeforeClosing" ->
                        workingDays
                                .closingTime(from.atZone(WorkingDays.TOKYO).toLocalDate())
                                .minusMinutes(minutes)
                                .toInstant();
                    default -> null;
                };
        return Optional.ofNullable(target).map(Date::from);
    }
}
