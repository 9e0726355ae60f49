package jp.tsunagu.plan;

import jp.tsunagu.engine.BuildingBlock;
import jp.tsunagu.engine.Names;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 支援提供（変更）通知書(第6号様式)を、支援決定の行為ごとに一通だけ作る (要領 第10条第4号). */
@BuildingBlock(name = "支援決定通知書を用意する", description = "支援提供（変更）通知書（第6号様式）を、決定一回につき一通だけ用意します。")
@Component("notifySupportDecision")
public class NotifySupportDecision implements JavaDelegate {

    private final DecisionNotices notices;

    NotifySupportDecision(DecisionNotices notices) {
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        notices.supportDecision((String) execution.getVariable(Names.CASE_NUMBER));
    }
}
