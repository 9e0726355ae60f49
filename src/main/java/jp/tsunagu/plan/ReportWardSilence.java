package jp.tsunagu.plan;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jp.tsunagu.access.Roles;
import jp.tsunagu.engine.Names;
import jp.tsunagu.notice.NoticeKind;
import jp.tsunagu.notice.Notices;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** A plan that waits for the ward beyond its time is brought before 課長 (要領 第10条); the decision itself goes on. */
@Component("reportWardSilence")
public class ReportWardSilence implements JavaDelegate {

    private final Notices notices;

    ReportWardSilence(Notices notices) {
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        notices.toRole(
                (String) execution.getVariable(Names.CASE_NUMBER),
                NoticeKind.DECISION_OVERDUE,
                Roles.WARD_SECTION_CHIEF,
                execution.getProcessInstanceId() + "/" + execution.getActivityInstanceId(),
                JsonNodeFactory.instance.objectNode().put("step", execution.getCurrentActivityId()));
    }
}
