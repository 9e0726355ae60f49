package jp.tsunagu.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.tsunagu.casefile.Cases;
import jp.tsunagu.engine.StepHandler;
import jp.tsunagu.engine.Submission;
import jp.tsunagu.form.Refusal;
import jp.tsunagu.work.Approvers;
import org.springframework.stereotype.Component;

/**
 * The ward's decision, made in Tsunagu or copied from its document system. A decider follows the officer's proposal or
 * returns it inside: so no rejection leaves without a reason in its approved wording (要領 第10条第3号).
 */
@Component
class DecidePlanStep implements StepHandler {

    static final String IN_TSUNAGU = "decidePlan";
    static final String EXTERNAL = "recordExternalDecision";

    private final Cases cases;
    private final Plans plans;
    private final SubmissionRules rules;
    private final DecisionTypes types;
    private final Approvers approvers;

    DecidePlanStep(Cases cases, Plans plans, SubmissionRules rules, DecisionTypes types, Approvers approvers) {
        this.cases = cases;
        this.plans = plans;
        this.rules = rules;
        this.types = types;
        this.approvers = approvers;
    }

    @Override
    public Set<String> steps() {
        return Set.of(IN_TSUNAGU, EXTERNAL);
    }

    @Override
    public List<Refusal> check(Submission submission) {
        boolean suitable =
                cases.field(submission.caseNumber(), "planCheck").asText().equals("suitable");
        if (submission.step().equals(IN_TSUNAGU)
                && approvers.isDeputy(submission.user())
                && !approvers.isDeciderAway()) {
            return List.of(Refusal.ofAct("課長が在席しているため、代決はできません。"));
        }
        if (submission.is("wardDecision", "decided")) {
            return suitable
                    ? rules.refuse(submission.caseNumber())
                    : List.of(Refusal.ofField("wardDecision", "担当の案は「適切でない」です。決定するときは、担当に戻して確認し直してください（要領 第10条第1号）。"));
        }
        if (submission.is("wardDecision", "rejected") && suitable) {
            return List.of(
                    Refusal.ofField("wardDecision", "差戻しの理由がまだありません。「担当に戻す」を選び、理由を書かせてから差し戻してください（要領 第10条第3号）。"));
        }
        return List.of();
    }

    @Override
    public Map<String, Object> derive(Submission submission) {
        Map<String, Object> variables = new HashMap<>();
        boolean inTsunagu = submission.step().equals(IN_TSUNAGU);
        variables.put("decidedByDeputy", inTsunagu && approvers.isDeputy(submission.user()));
        PlanContent plan = plans.latest(submission.caseNumber()).orElseThrow().content();
        variables.put(
                "decisionType",
                types.ofPlan(submission.procedureSet(), plan, submission.actDate())
                        .code());
        if (submission.is("wardDecision", "rejected")) {
            variables.put(
                    "rejectionCount", plans.rejections(submission.caseNumber()).size() + 1);
        }
        return variables;
    }
}
