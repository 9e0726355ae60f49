package jp.tsunagu.work;

import java.time.LocalDate;
import java.util.Date;
import java.util.Optional;
import jp.tsunagu.calendar.DueDate;
import jp.tsunagu.calendar.WorkingDays;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.stereotype.Component;

/** The days of a row of {@code stepTarget} for one task: counted from its act, a closed day passed over. */
@Component
class StepDays {

    private final WorkingDays workingDays;

    StepDays(WorkingDays workingDays) {
        this.workingDays = workingDays;
    }

    LocalDate target(VariableScope scope, StepTarget row) {
        return openDay(reckoned(scope, row, row.targetDays()), row);
    }

    LocalDate target(LocalDate from, StepTarget row) {
        return openDay(counted(from, row, row.targetDays()), row);
    }

    /** The target before it was moved to an open day. */
    LocalDate reckonedTarget(VariableScope scope, StepTarget row) {
        return reckoned(scope, row, row.targetDays());
    }

    LocalDate warning(VariableScope scope, StepTarget row) {
        return openDay(reckoned(scope, row, row.warningDays()), row);
    }

    LocalDate warning(LocalDate from, StepTarget row) {
        return openDay(counted(from, row, row.warningDays()), row);
    }

    LocalDate escalation(VariableScope scope, StepTarget row) {
        return openDay(reckoned(scope, row, row.escalationDays()), row);
    }

    /** A closed day is followed by the next open one; what a law sets is due on the open day before (never later). */
    private LocalDate openDay(LocalDate day, StepTarget row) {
        return (row.legal() ? DueDate.ofLegalLimit(day, workingDays) : DueDate.ofTask(day, workingDays)).workingDate();
    }

    private LocalDate reckoned(VariableScope scope, StepTarget row, int count) {
        return counted(day(scope, row.countsFrom()).orElseGet(workingDays::today), row, count);
    }

    private LocalDate counted(LocalDate from, StepTarget row, int count) {
        return row.calendarDays() ? from.plusDays(count) : workingDays.addWorkingDays(from, count);
    }

    static Optional<LocalDate> day(VariableScope scope, String variable) {
        return Optional.ofNullable(scope.getVariable(variable))
                .map(Date.class::cast)
                .map(WorkingDays::dayOf);
    }
}
