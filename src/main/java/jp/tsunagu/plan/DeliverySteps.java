package jp.tsunagu.plan;

import java.util.Set;
import jp.tsunagu.engine.StepHandler;
import jp.tsunagu.engine.Submission;
import jp.tsunagu.notice.NoticeKind;
import jp.tsunagu.notice.Notices;
import org.springframework.stereotype.Component;

/** That the letters after a decision really went out: the ward sends 第6号様式, the centre hands over the decided plan. */
@Component
class DeliverySteps implements StepHandler {

    private static final String SEND = "sendSupportNotice";

    private final Plans plans;
    private final Notices notices;

    DeliverySteps(Plans plans, Notices notices) {
        this.plans = plans;
        this.notices = notices;
    }

    @Override
    public Set<String> steps() {
        return Set.of(SEND, "deliverPlan");
    }

    @Override
    public void record(Submission submission) {
        String cause =
                plans.latestDecision(submission.caseNumber()).orElseThrow().id().toString();
        NoticeKind kind = submission.step().equals(SEND) ? NoticeKind.SUPPORT_DECISION : NoticeKind.DECIDED_PLAN;
        notices.sent(kind, cause, submission.actDate(), submission.user());
    }
}
