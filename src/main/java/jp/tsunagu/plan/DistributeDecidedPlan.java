package jp.tsunagu.plan;

import jp.tsunagu.engine.BuildingBlock;
import jp.tsunagu.engine.Names;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 決まったプランを、本人・センター・支援を提供する機関に知らせる (要領 第9条第6号・第9号). */
@BuildingBlock(name = "決まったプランを関係者へ知らせる", description = "決まったプランを、本人、センター、支援を提供する機関への通知として用意します。")
@Component("distributeDecidedPlan")
public class DistributeDecidedPlan implements JavaDelegate {

    private final DecisionNotices notices;

    DistributeDecidedPlan(DecisionNotices notices) {
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        notices.decidedPlan((String) execution.getVariable(Names.CASE_NUMBER));
    }
}
