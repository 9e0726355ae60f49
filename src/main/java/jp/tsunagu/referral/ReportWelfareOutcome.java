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

/** Closes a handover and tells its result to the main process if that waits for it. */
@BuildingBlock(name = "福祉事務所の結果を本筋へ伝える", description = "福祉事務所へのつなぎを終え、結果を待っている手続へ伝えます。")
@Component("reportWelfareOutcome")
public class ReportWelfareOutcome implements JavaDelegate {

    private static final String OUTCOME = "welfareOutcome";

    private final Referrals referrals;
    private final CaseInstances instances;
    private final Clock clock;

    ReportWelfareOutcome(Referrals referrals, CaseInstances instances, Clock clock) {
        this.referrals = referrals;
        this.instances = instances;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Object outcome = execution.getVariable(OUTCOME);
        String result = outcome == null ? "notApplied" : (String) outcome;
        referrals.of(execution.getProcessInstanceId()).close(result, LocalDate.now(clock));
        String waiting = (String) execution.getVariable(Names.WAITING_INSTANCE);
        boolean heard = instances.report("welfareOutcomeRecorded", waiting, Map.of(OUTCOME, result));
        if (!heard && result.equals("started")) {
            // the case went on beside the handover: what of its plan remains is looked at (保護開始)
            instances.report("welfareStarted", waiting, Map.of());
        }
    }
}
