package jp.tsunagu.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagu.engine.StepHandler;
import jp.tsunagu.engine.Submission;
import jp.tsunagu.form.Refusal;
import jp.tsunagu.plan.PlanAct.Kind;
import org.springframework.stereotype.Component;

/**
 * The meeting's result on a plan (要領 第9条第6号). What it approves is the content in front of it; where it changes what the
 * person agreed to, the person is asked again.
 */
@Component
class PlanConferenceStep implements StepHandler {

    private final Plans plans;
    private final PlanCheck planCheck;
    private final Conferences conferences;
    private final Quorum quorum;

    PlanConferenceStep(Plans plans, PlanCheck planCheck, Conferences conferences, Quorum quorum) {
        this.plans = plans;
        this.planCheck = planCheck;
        this.conferences = conferences;
        this.quorum = quorum;
    }

    @Override
    public Set<String> steps() {
        return Set.of("recordPlanConference");
    }

    @Override
    public List<Refusal> check(Submission submission) {
        if (submission.is("conferenceResult", "returned")) {
            return List.of();
        }
        List<Refusal> refusals = new ArrayList<>(planCheck.of(submission));
        Set<String> present = submission.rows("attendees").stream()
                .map(row -> row.path("kind").asText())
                .collect(Collectors.toSet());
        PlanContent plan = plans.draft(submission.caseNumber());
        List<String> missing =
                quorum.missing(quorum.required(submission.procedureSet(), plan, submission.actDate()), present);
        if (!missing.isEmpty()) {
            refusals.add(Refusal.ofField("attendees", "承認には次の出席が必要です：" + String.join("、", missing) + "（要領 第9条第6号）。"));
        }
        return refusals;
    }

    @Override
    public void record(Submission submission) {
        String result = submission.text("conferenceResult").orElseThrow();
        if (result.equals("returned")) {
            conferences.conclude(submission, ConveneStep.PLAN, result, null);
            return;
        }
        PlanVersion version = plans.cut(submission.caseNumber(), submission.user());
        plans.act(Kind.APPROVED, version, submission.actDate(), null, submission.user());
        conferences.conclude(submission, ConveneStep.PLAN, result, version.hash());
    }

    @Override
    public Map<String, Object> derive(Submission submission) {
        if (submission.is("conferenceResult", "returned")) {
            return Map.of();
        }
        PlanVersion version = plans.latest(submission.caseNumber()).orElseThrow();
        return Map.of("agreementNeeded", !plans.was(Kind.AGREED, version));
    }
}
