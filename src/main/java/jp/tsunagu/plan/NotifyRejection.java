package jp.tsunagu.plan;

import jp.tsunagu.engine.BuildingBlock;
import jp.tsunagu.engine.Names;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 差戻しの理由を主任相談支援員へ速やかに連絡する (要領 第10条第3号). */
@BuildingBlock(name = "差戻しの理由を主任へ知らせる", description = "差戻しの理由を、主任相談支援員への通知として用意します。")
@Component("notifyRejection")
public class NotifyRejection implements JavaDelegate {

    private final Rejections rejections;

    NotifyRejection(Rejections rejections) {
        this.rejections = rejections;
    }

    @Override
    public void execute(DelegateExecution execution) {
        rejections.reject((String) execution.getVariable(Names.CASE_NUMBER), execution.getProcessInstanceId());
    }
}
