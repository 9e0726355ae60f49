package jp.tsunagu.work;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import jp.tsunagu.calendar.WorkingDays;
import jp.tsunagu.engine.BuildingBlock;
import jp.tsunagu.engine.OpenToProcedures;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.stereotype.Component;

/**
 * Due dates and timers, by decision table {@code stepTarget}. No seed text gives a number of days (速やかに, おおむね): all
 * of them are data. Named {@code deadlines} in the diagrams.
 */
@BuildingBlock(
        name = "期限の表の日数が過ぎた日の朝",
        description = "判定表「手順の期限」にある日数が過ぎた日の、窓口が開く時刻です。閉庁日なら次の開庁日です。",
        expression = "${deadlines.review(execution, '{step}')}",
        use = BuildingBlock.Use.TIMER)
@BuildingBlock(
        name = "期限の表の日数が過ぎる日の終わり",
        description = "判定表「手順の期限」にある期限の時刻です。",
        expression = "${deadlines.until(execution, '{step}')}",
        use = BuildingBlock.Use.TIMER)
@BuildingBlock(
        name = "約束した日の終わり、なければ期限の表",
        description = "次に連絡すると約束した日の終わりです。約束がないか過ぎていれば、期限の表の日です。",
        expression = "${deadlines.promisedOr(execution, '{step}')}",
        use = BuildingBlock.Use.TIMER)
@BuildingBlock(
        name = "次の見守りの日",
        description = "終結の後の、次の見守りの日の朝です。",
        expression = "${deadlines.followUp(execution)}",
        use = BuildingBlock.Use.TIMER)
@BuildingBlock(
        name = "評価の準備を始める日",
        description = "評価の日から、準備の日数だけ前の朝です。",
        expression = "${deadlines.evaluationPreparation(execution)}",
        use = BuildingBlock.Use.TIMER)
@OpenToProcedures("due")
@Component("deadlines")
public class Deadlines {

    private final StepTargets targets;
    private final StepDays days;
    private final ClockTargets clockTargets;
    private final WorkingDays workingDays;

    Deadlines(StepTargets targets, StepDays days, ClockTargets clockTargets, WorkingDays workingDays) {
        this.targets = targets;
        this.days = days;
        this.clockTargets = clockTargets;
        this.workingDays = workingDays;
    }

    /** The same rules over a table that is not in force, for trying a procedure out. */
    public static Deadlines by(TargetTable table, WorkingDays workingDays, Clock clock) {
        return new Deadlines(
                new StepTargets(table), new StepDays(workingDays), new ClockTargets(workingDays, clock), workingDays);
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
        StepTarget row = targets.of(execution, step);
        return clockTargets.of(execution, row).orElseGet(() -> workingDays.closing(days.target(execution, row)));
    }

    /** Until the day somebody promised; if nobody did, or it has passed, as the table says. */
    public Date promisedOr(VariableScope execution, String step) {
        return StepDays.day(execution, "nextContactDate")
                .filter(promised -> !promised.isBefore(workingDays.today()))
                .map(promised -> workingDays.closing(workingDays.nextOpenDay(promised)))
                .orElseGet(() -> until(execution, step));
    }

    /** When a step that is still open is brought before the next person up. */
    public Date escalation(VariableScope execution, String step) {
        return workingDays.closing(days.escalation(execution, targets.of(execution, step)));
    }

    /** When the evaluation begins to be prepared: so many days before its date (要領 第9条第9号). */
    public Date evaluationPreparation(VariableScope execution) {
        LocalDate evaluation = StepDays.day(execution, "nextEvaluationDate").orElseGet(workingDays::today);
        return opening(
                evaluation.minusDays(targets.of(execution, "prepareEvaluation").leadDays()));
    }

    /** When the next follow-up after closing is due; on a closed day the next open one. */
    public Date followUp(VariableScope execution) {
        return opening(StepDays.day(execution, "nextFollowUpDate").orElseGet(workingDays::today));
    }

    /** When a case that waits is looked at again. */
    public Date review(VariableScope execution, String step) {
        return opening(days.target(execution, targets.of(execution, step)));
    }

    /** The target day of a step, counted from this day instead of the one the process remembers. */
    public LocalDate dayAfter(VariableScope execution, String step, LocalDate from) {
        return days.target(from, targets.of(execution, step));
    }

    private Date opening(LocalDate day) {
        return workingDays.opening(workingDays.nextOpenDay(day));
    }
}
