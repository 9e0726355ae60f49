package jp.tsunagu.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagu.engine.StepHandler;
import jp.tsunagu.engine.Submission;
import jp.tsunagu.form.Refusal;
import jp.tsunagu.notice.NoticeKind;
import jp.tsunagu.notice.Notices;
import jp.tsunagu.plan.PlanAct.Kind;
import org.springframework.stereotype.Component;

/**
 * After a rejection (要領 第10条第3号): 主任 has read the reason, the person and every body of the plan were asked again, then
 * it goes back to the ward. No other order, nothing left out.
 */
@Component
class RejectionSteps implements StepHandler {

    private static final String ACKNOWLEDGE = "acknowledgeRejection";
    private static final String MEET = "holdRejectionMeeting";
    private static final String PERSON = "recheckWithPerson";
    private static final String AGENCIES = "recheckWithAgencies";
    private static final String RESUBMIT = "reviseAndResubmit";

    private final Plans plans;
    private final Notices notices;

    RejectionSteps(Plans plans, Notices notices) {
        this.plans = plans;
        this.notices = notices;
    }

    @Override
    public Set<String> steps() {
        return Set.of(ACKNOWLEDGE, MEET, PERSON, AGENCIES, RESUBMIT);
    }

    @Override
    public List<Refusal> check(Submission submission) {
        return switch (submission.step()) {
            case AGENCIES -> missingAgencies(submission);
            case RESUBMIT -> resubmission(submission);
            default -> List.of();
        };
    }

    private List<Refusal> missingAgencies(Submission submission) {
        Set<String> asked = submission.rows("agencyRechecks").stream()
                .map(row -> row.path("agency").asText().trim())
                .collect(Collectors.toSet());
        return rejection(submission).planVersion().content().providers().stream()
                .filter(provider -> !asked.contains(provider))
                .map(provider -> Refusal.ofField("agencyRechecks", "「" + provider + "」との再確認がありません（要領 第10条第3号）。"))
                .toList();
    }

    private List<Refusal> resubmission(Submission submission) {
        Rejection rejection = rejection(submission);
        List<Refusal> refusals = new ArrayList<>();
        if (!rejection.isAcknowledged()) {
            refusals.add(Refusal.ofAct("差戻しの理由の受領が記録されていません（要領 第10条第3号）。"));
        }
        if (!rejection.isPersonRechecked()) {
            refusals.add(Refusal.ofAct("本人との再確認が記録されていません（要領 第10条第3号）。"));
        }
        if (!rejection.areAgenciesRechecked()) {
            refusals.add(Refusal.ofAct("関係機関との再確認が記録されていません（要領 第10条第3号）。"));
        }
        if (rejection.number() > 1 && !rejection.isMet()) {
            refusals.add(Refusal.ofAct("2回目以降の差戻しでは、区担当との協議が必要です。"));
        }
        boolean changed = !plans.draft(submission.caseNumber())
                .hash()
                .equals(rejection.planVersion().hash());
        if (submission.is("rejectionOutcome", "resubmitUnchanged") && changed) {
            refusals.add(Refusal.ofField("rejectionOutcome", "プランの内容が変わっています。「内容を変える」を選んでください。"));
        }
        return refusals;
    }

    @Override
    public void record(Submission submission) {
        Rejection rejection = rejection(submission);
        switch (submission.step()) {
            case ACKNOWLEDGE -> {
                rejection.acknowledged(submission.actDate(), submission.user());
                notices.read(NoticeKind.REJECTION, rejection.id().toString(), submission.actDate(), submission.user());
            }
            case MEET -> rejection.met(submission.actDate());
            case PERSON -> rejection.personRechecked(submission.actDate());
            case AGENCIES -> rejection.agenciesRechecked(submission.actDate());
            default -> resubmit(submission, rejection);
        }
    }

    /** Sent back unchanged it is a further version of the same content: 主任 attests it, the person's agreement stands. */
    private void resubmit(Submission submission, Rejection rejection) {
        String outcome = submission.text("rejectionOutcome").orElseThrow();
        rejection.ended(outcome);
        if (outcome.equals("resubmitUnchanged")) {
            PlanVersion again = plans.cutAgain(submission.caseNumber(), submission.user());
            plans.act(Kind.SUBMITTED, again, submission.actDate(), "attested", submission.user());
        }
    }

    private Rejection rejection(Submission submission) {
        return plans.rejections(submission.caseNumber()).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("差戻しの記録がありません: " + submission.caseNumber()));
    }
}
