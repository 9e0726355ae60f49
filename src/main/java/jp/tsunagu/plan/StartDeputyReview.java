package jp.tsunagu.plan;

import jp.tsunagu.engine.BuildingBlock;
import jp.tsunagu.engine.CaseInstances;
import jp.tsunagu.engine.Names;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 代決されたものは、不在だった専決者が後閲する. It waits for nobody and nobody waits for it. */
@BuildingBlock(name = "後閲を始める", description = "代わりの人が決定したときに、後で確かめる手続を始めます。")
@Component("startDeputyReview")
public class StartDeputyReview implements JavaDelegate {

    private final CaseInstances instances;

    StartDeputyReview(CaseInstances instances) {
        this.instances = instances;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseNumber = (String) execution.getVariable(Names.CASE_NUMBER);
        int procedureSet = (Integer) execution.getVariable(Names.PROCEDURE_SET);
        instances.start("deputyDecisionReview", caseNumber, procedureSet, null);
    }
}
