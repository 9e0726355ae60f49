package jp.tsunagu.plan;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.LocalDate;
import java.util.Set;
import jp.tsunagu.access.Roles;
import jp.tsunagu.calendar.WorkingDays;
import jp.tsunagu.casefile.Cases;
import jp.tsunagu.engine.BuildingBlock;
import jp.tsunagu.engine.CaseInstances;
import jp.tsunagu.engine.Names;
import jp.tsunagu.notice.NoticeKind;
import jp.tsunagu.notice.Notices;
import jp.tsunagu.work.Deadlines;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * A plan that waits for the ward beyond its time is brought before 課長 (要領 第10条); the decision itself goes on. The time
 * counts from the last submission, and not while the centre checks anew with person and bodies (要領 第10条第3号).
 */
@BuildingBlock(
        name = "区に次に確かめる日",
        description = "区の判断を前に確かめたときに決めた、次に確かめる日です。",
        expression = "${wardSilenceAgain}",
        use = BuildingBlock.Use.TIMER)
@BuildingBlock(name = "区が判断しているかを確かめる", description = "提出から日数がたっても区の判断がなければ、課長に知らせます。")
@Component("reportWardSilence")
public class ReportWardSilence implements JavaDelegate {

    private static final String STEP = "wardSilence";
    private static final Set<String> WARDS_TURN = Set.of(
            "checkPlan", "writeRejectionReason", "approveAsSubsectionChief", "decidePlan", "recordExternalDecision");

    private final Cases cases;
    private final CaseInstances instances;
    private final Notices notices;
    private final Deadlines deadlines;
    private final WorkingDays workingDays;

    ReportWardSilence(
            Cases cases, CaseInstances instances, Notices notices, Deadlines deadlines, WorkingDays workingDays) {
        this.cases = cases;
        this.instances = instances;
        this.notices = notices;
        this.deadlines = deadlines;
        this.workingDays = workingDays;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseNumber = (String) execution.getVariable(Names.CASE_NUMBER);
        LocalDate due = deadlines.dayAfter(execution, STEP, submittedOn(caseNumber));
        boolean wardsTurn = instances.openSteps(caseNumber).stream().anyMatch(WARDS_TURN::contains);
        if (!instances.isRunning("planDecision", caseNumber)) {
            execution.setVariable(STEP, "decided");
        } else if (wardsTurn && !workingDays.today().isBefore(due)) {
            execution.setVariable(STEP, "silent");
            tell(execution, caseNumber);
        } else {
            LocalDate tomorrow = workingDays.addWorkingDays(workingDays.today(), 1);
            LocalDate again = due.isAfter(tomorrow) ? due : tomorrow;
            execution.setVariable(STEP, "recheck");
            execution.setVariable(STEP + "Again", workingDays.closing(again));
        }
    }

    private LocalDate submittedOn(String caseNumber) {
        return cases.steps(caseNumber, "submitPlan", "reviseAndResubmit").get(0).actDate();
    }

    private void tell(DelegateExecution execution, String caseNumber) {
        notices.toRole(
                caseNumber,
                NoticeKind.DECISION_OVERDUE,
                Roles.WARD_SECTION_CHIEF,
                execution.getProcessInstanceId() + "/" + execution.getActivityInstanceId(),
                JsonNodeFactory.instance.objectNode().put("step", execution.getCurrentActivityId()));
    }
}
