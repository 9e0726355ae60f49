package jp.tsunagu.change;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Set;
import jp.tsunagu.calendar.WorkingDays;
import jp.tsunagu.casefile.CaseStatus;
import jp.tsunagu.casefile.Cases;
import jp.tsunagu.engine.BuildingBlock;
import jp.tsunagu.engine.CaseTasks;
import jp.tsunagu.engine.Names;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/**
 * A case whose person cannot be reached: its targets stand still and go on where they stood. The engine itself is not
 * suspended, so that timers of the law and of the evaluation run on. Named {@code waitingCase} in the diagrams.
 */
@BuildingBlock(
        name = "期限を止める",
        description = "連絡待ちの間、手順の期限を止めます。法定の期限は止まりません。",
        expression = "${waitingCase.pause(execution)}")
@BuildingBlock(
        name = "期限を戻す",
        description = "連絡がついたら、止まっていた日数だけ期限を後ろへずらします。",
        expression = "${waitingCase.resume(execution)}")
@BuildingBlock(name = "中断にする", description = "支援を中断の状態にします。", expression = "${waitingCase.suspend(execution)}")
@Component("waitingCase")
public class WaitingCase {

    /** Whose targets need the person. The handover, emergency support and the ward's decision go on without them. */
    private static final Set<String> NEED_THE_PERSON = Set.of("selfRelianceSupport", "employmentSupport");

    private final Cases cases;
    private final CaseTasks tasks;
    private final WorkingDays workingDays;
    private final Clock clock;

    WaitingCase(Cases cases, CaseTasks tasks, WorkingDays workingDays, Clock clock) {
        this.cases = cases;
        this.tasks = tasks;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    /** 連絡待ち: open tasks are looked at again on the next open day, and their due dates no longer count. */
    public void pause(DelegateExecution execution) {
        String caseNumber = number(execution);
        cases.become(caseNumber, CaseStatus.WAITING, LocalDate.now(clock));
        LocalDate again = workingDays.addWorkingDays(LocalDate.now(clock), 1);
        tasks.followUpOn(caseNumber, NEED_THE_PERSON, workingDays.opening(again));
    }

    /** 中断, by 主任. */
    public void suspend(DelegateExecution execution) {
        cases.become(number(execution), CaseStatus.SUSPENDED, LocalDate.now(clock));
    }

    /** The person is back: every target moves by the days the case has waited, to an open day. */
    public void resume(DelegateExecution execution) {
        String caseNumber = number(execution);
        LocalDate since = cases.find(caseNumber).waitingSince();
        cases.become(caseNumber, CaseStatus.OPEN, LocalDate.now(clock));
        tasks.followUpOn(caseNumber, NEED_THE_PERSON, null);
        tasks.moveDueDates(caseNumber, NEED_THE_PERSON, (created, due) -> later(since, created, due));
    }

    /** A task from during the wait has waited only since it is there. */
    private Date later(LocalDate since, Date created, Date due) {
        LocalDate from =
                since == null || since.isBefore(WorkingDays.dayOf(created)) ? WorkingDays.dayOf(created) : since;
        long waited = ChronoUnit.DAYS.between(from, LocalDate.now(clock));
        LocalDate moved = workingDays.nextOpenDay(WorkingDays.dayOf(due).plusDays(waited));
        return waited <= 0 ? due : workingDays.closing(moved);
    }

    private static String number(DelegateExecution execution) {
        return (String) execution.getVariable(Names.CASE_NUMBER);
    }
}
