package jp.tsunagu.plan;

import java.time.LocalDate;
import jp.tsunagu.engine.BuildingBlock;
import jp.tsunagu.engine.CaseInstances;
import jp.tsunagu.engine.Names;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** プラン決定と支援決定を一つの行為として記録する (要領 第10条第2号). */
@BuildingBlock(name = "プランの決定と支援の決定を記録する", description = "区の決定を、プランと支援をまとめた一つの行為として台帳に記録します。")
@Component("recordPlanDecision")
public class RecordPlanDecision implements JavaDelegate {

    private final PlanDecisions decisions;

    RecordPlanDecision(PlanDecisions decisions) {
        this.decisions = decisions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseNumber = (String) execution.getVariable(Names.CASE_NUMBER);
        int procedureSet = (Integer) execution.getVariable(Names.PROCEDURE_SET);
        LocalDate evaluation = decisions.decide(caseNumber, procedureSet);
        execution.setVariable("nextEvaluationDate", CaseInstances.asDate(evaluation));
        execution.setVariable("nextContactDate", CaseInstances.asDate(decisions.firstContact(caseNumber)));
    }
}
