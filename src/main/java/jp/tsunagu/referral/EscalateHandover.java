package jp.tsunagu.referral;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jp.tsunagu.access.Roles;
import jp.tsunagu.engine.Names;
import jp.tsunagu.notice.NoticeKind;
import jp.tsunagu.notice.Notices;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * A handover that stands still is brought before 主任 (要領 第9条第5号). Cases on procedure sets from before the task {@code
 * pursueHandover} still name it.
 */
@Component("escalateHandover")
public class EscalateHandover implements JavaDelegate {

    private final Notices notices;

    EscalateHandover(Notices notices) {
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseNumber = (String) execution.getVariable(Names.CASE_NUMBER);
        String cause = execution.getProcessInstanceId() + "/" + execution.getActivityInstanceId();
        notices.toRole(
                caseNumber,
                NoticeKind.HANDOVER_OVERDUE,
                Roles.CHIEF,
                cause,
                JsonNodeFactory.instance.objectNode().put("step", execution.getCurrentActivityId()));
    }
}
