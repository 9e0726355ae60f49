package jp.tsunagu.support;

import jp.tsunagu.engine.BuildingBlock;
import jp.tsunagu.engine.CaseInstances;
import jp.tsunagu.engine.Names;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 緊急的な支援 (要領 第9条第6号): begins at once as a process of its own; it waits for nothing and nothing cancels it. */
@BuildingBlock(name = "緊急支援を始める", description = "緊急的な支援の手続を、すぐに別に始めます。")
@Component("startEmergencySupport")
public class StartEmergencySupport implements JavaDelegate {

    private final CaseInstances instances;

    StartEmergencySupport(CaseInstances instances) {
        this.instances = instances;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseNumber = (String) execution.getVariable(Names.CASE_NUMBER);
        int procedureSet = (Integer) execution.getVariable(Names.PROCEDURE_SET);
        instances.start("emergencySupport", caseNumber, procedureSet, null);
    }
}
