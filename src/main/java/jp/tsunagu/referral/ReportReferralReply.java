package jp.tsunagu.referral;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import jp.tsunagu.engine.BuildingBlock;
import jp.tsunagu.engine.CaseInstances;
import jp.tsunagu.engine.Names;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells the receiver's answer to the main process; a refusal leads back to triage, never to an end (要領 第9条第5号). */
@BuildingBlock(name = "つなぎ先の返答を本筋へ伝える", description = "つなぎ先からの返答を、待っている手続へ伝えます。")
@Component("reportReferralReply")
public class ReportReferralReply implements JavaDelegate {

    private static final String REPLY = "referralReply";

    private final Referrals referrals;
    private final CaseInstances instances;
    private final Clock clock;

    ReportReferralReply(Referrals referrals, CaseInstances instances, Clock clock) {
        this.referrals = referrals;
        this.instances = instances;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String reply = (String) execution.getVariable(REPLY);
        referrals.of(execution.getProcessInstanceId()).close(reply, LocalDate.now(clock));
        String waiting = (String) execution.getVariable(Names.WAITING_INSTANCE);
        instances.report("referralAnswered", waiting, Map.of(REPLY, reply));
    }
}
