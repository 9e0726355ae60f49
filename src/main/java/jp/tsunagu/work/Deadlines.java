package jp.tsunagu.work;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import jp.tsunagu.calendar.WorkingDays;
import jp.tsunagu.engine.Decisions;
import jp.tsunagu.engine.EngineClock;
import jp.tsunagu.engine.Names;
import jp.tsunagu.municipality.Settings;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.stereotype.Component;

/**
 * Due dates and timers, by decision table {@code stepTarget}. No seed text gives a number of days (速やかに, おおむね): all
 * of them are data. Named {@code deadlines} in the diagrams.
 */
@Component("deadlines")
public class Deadlines {

    private final Decisions decisions;
    private final WorkingDays workingDays;
    private final Settings settings;
    private final ClockTargets clockTargets;

    Deadlines(Decisions decisions, WorkingDays workingDays, Settings settings, ClockTargets clockTargets) {
        this.decisions = decisions;
        this.workingDays = workingDays;
        this.settings = settings;
        this.clockTargets = clockTargets;
    }

    /**
     * Until when a task should be done: closing time of its target day, counted from the act that led to it (not from
     * the day it was typed in).
     */
    public Date due(DelegateExecution execution) {
        return until(execution, execution.getCurrentActivityId());
    }

    /** Until when a step should be done, or when it is brought before somebody else. */
    public Date until(VariableScope execution, String step) {
        Map<String, Object> row = row(execution, step);
        return clockTargets.of(execution, row).orElseGet(() -> closing(target(execution, row, "targetDays")));
    }

    /** Until the day somebody promised; if nobody did, or it has passed, as the table says. */
    public Date promisedOr(VariableScope execution, String step) {
        return day(execution, "nextContactDate")
                .filter(promised -> !promised.isBefore(workingDays.today()))
                .map(promised -> closing(workingDays.nextOpenDay(promised)))
                .orElseGet(() -> until(execution, step));
    }

    /** When a step that is still open is brought before the next person up. */
    public Date escalation(VariableScope execution, String step) {
        return closing(target(execution, row(execution, step), "escalationDays"));
    }

    /** When the evaluation begins to be prepared: so many days before its date (要領 第9条第9号). */
    public Date evaluationPreparation(VariableScope execution) {
        LocalDate evaluation = day(execution, "nextEvaluationDate").orElseGet(workingDays::today);
        return opening(evaluation.minusDays(number(execution, "prepareEvaluation", "leadDays")));
    }

    /** When the next follow-up after closing is due; on a closed day the next open one. */
    public Date followUp(VariableScope execution) {
        return opening(day(execution, "nextFollowUpDate").orElseGet(workingDays::today));
    }

    /** When a case that waits is looked at again. */
    public Date review(VariableScope execution, String step) {
        return opening(target(execution, row(execution, step), "targetDays"));
    }

    private LocalDate target(VariableScope scope, Map<String, Object> row, String column) {
        int days = ((Number) row.getOrDefault(column, 0)).intValue();
        LocalDate from = day(scope, (String) row.get("countsFrom")).orElseGet(workingDays::today);
        return "calendar".equals(row.get("unit"))
                ? workingDays.nextOpenDay(from.plusDays(days))
                : workingDays.addWorkingDays(from, days);
    }

    private int number(VariableScope scope, String step, String column) {
        return ((Number) row(scope, step).getOrDefault(column, 0)).intValue();
    }

    /** What cannot wait for tomorrow has rows of its own; a step without one has the same for all. */
    private Map<String, Object> row(VariableScope scope, String step) {
        Optional<Map<String, Object>> urgent =
                Boolean.TRUE.equals(scope.getVariable("sameDay")) ? find(scope, step + "SameDay") : Optional.empty();
        return urgent.or(() -> find(scope, step))
                .orElseThrow(() -> new IllegalStateException("判定表 stepTarget に " + step + " の行がありません。"));
    }

    private Optional<Map<String, Object>> find(VariableScope scope, String step) {
        return decisions
                .rows(
                        (Integer) scope.getVariable(Names.PROCEDURE_SET),
                        "stepTarget",
                        Map.of("municipality", settings.municipality(), "step", step))
                .stream()
                .findFirst();
    }

    private static Optional<LocalDate> day(VariableScope scope, String variable) {
        return Optional.ofNullable(scope.getVariable(variable))
                .map(Date.class::cast)
                .map(date -> Instant.ofEpochMilli(date.getTime())
                        .atZone(EngineClock.TOKYO)
                        .toLocalDate());
    }

    private Date closing(LocalDate day) {
        return Date.from(workingDays.closingTime(day).toInstant());
    }

    private Date opening(LocalDate day) {
        return Date.from(workingDays.openingTime(workingDays.nextOpenDay(day)).toInstant());
    }
}
