package jp.tsunagu.referral;

import java.util.Map;
import jp.tsunagu.engine.BuildingBlock;
import jp.tsunagu.engine.Names;
import jp.tsunagu.referral.Referral.Kind;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 適切な窓口へつなぐ (要領 第9条第3号・第5号). The main process waits for the answer. */
@BuildingBlock(name = "他機関へのつなぎを始める", description = "他の制度や機関へつなぐ手続を、別に始めます。")
@Component("startReferral")
public class StartReferral implements JavaDelegate {

    private final Referrals referrals;

    StartReferral(Referrals referrals) {
        this.referrals = referrals;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseNumber = (String) execution.getVariable(Names.CASE_NUMBER);
        int procedureSet = (Integer) execution.getVariable(Names.PROCEDURE_SET);
        referrals.start(Kind.OTHER, caseNumber, procedureSet, execution.getProcessInstanceId(), Map.of());
    }
}
