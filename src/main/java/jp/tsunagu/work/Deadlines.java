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

    Deadlines(Decisions decisions, WorkingDays workingDays, Settings settings) {
        this.decisions = decisions;
        this.workingDays = workingDays;
        this.settings = settings;
    }

    /**
     * Until when a task should be done: closing time of its target day, counted from the act that led to it (not from
     * the day it was typed in).
     */
    public Date due(DelegateExecution execution) {
        return closing(target(execution, execution.getCurrentActivityId(), "targetDays"));
    }

    /** When a step that is still open is brought before the next person up. */
    public Date escalation(VariableScope execution, String step) {
        return closing(target(execution, step, "escalationDays"));
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
        return opening(target(execution, step, "targetDays"));
    }

    private LocalDate target(VariableScope scope, String step, String column) {
        Map<String, Object> row = row(scope, step);
        int days = ((Number) row.getOrDefault(column, 0)).intValue();
        LocalDate from = day(scope, (String) row.get("countsFrom")).orElseGet(workingDays::today);
        return "calendar".equals(row.get("unit"))
                ? workingDays.nextOpenDay(from.plusDays(days))
                : workingDays.addWorkingDays(from, days);
    }

    private int number(VariableScope scope, String step, String column) {
        return ((Number) row(scope, step).getOrDefault(column, 0)).intValue();
    }

    private Map<String, Object> row(VariableScope scope, String step) {
        return decisions
                .rows(
                        (Integer) scope.getVariable(Names.PROCEDURE_SET),
                        "stepTarget",
                        Map.of("municipality", settings.municipality(), "step", step))
                .stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("判定表 stepTarget に " + step + " の行がありません。"));
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
