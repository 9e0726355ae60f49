package jp.tsunagu.referral;

import java.util.Map;
import jp.tsunagu.engine.BuildingBlock;
import jp.tsunagu.engine.Names;
import jp.tsunagu.referral.Referral.Kind;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 確実に福祉事務所につなげる (要領 第9条第5号): starts the handover at once; one that is under way is not started twice. */
@BuildingBlock(name = "福祉事務所へのつなぎを始める", description = "福祉事務所へ確実につなぐ手続を、すぐに別に始めます。すでに始まっていれば、そのまま続けます。")
@Component("startWelfareOfficeReferral")
public class StartWelfareOfficeReferral implements JavaDelegate {

    private final Referrals referrals;
    private final HandoverUrgency urgency;

    StartWelfareOfficeReferral(Referrals referrals, HandoverUrgency urgency) {
        this.referrals = referrals;
        this.urgency = urgency;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseNumber = (String) execution.getVariable(Names.CASE_NUMBER);
        if (!referrals.hasOpen(caseNumber, Kind.WELFARE_OFFICE)) {
            int procedureSet = (Integer) execution.getVariable(Names.PROCEDURE_SET);
            Map<String, Object> facts = urgency.of(caseNumber, procedureSet);
            referrals.start(Kind.WELFARE_OFFICE, caseNumber, procedureSet, execution.getProcessInstanceId(), facts);
        }
    }
}
