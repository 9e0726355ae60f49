package jp.tsunagu.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.tsunagu.engine.StepHandler;
import jp.tsunagu.engine.Submission;
import jp.tsunagu.form.Refusal;
import jp.tsunagu.plan.PlanAct.Kind;
import org.springframework.stereotype.Component;

/** プランの提出 (要領 第9条第6号): only a version that was agreed to and approved leaves for the ward. */
@Component
class SubmitPlanStep implements StepHandler {

    private final Plans plans;
    private final SubmissionRules rules;
    private final DecisionTypes types;

    SubmitPlanStep(Plans plans, SubmissionRules rules, DecisionTypes types) {
        this.plans = plans;
        this.rules = rules;
        this.types = types;
    }

    @Override
    public Set<String> steps() {
        return Set.of("submitPlan");
    }

    @Override
    public List<Refusal> check(Submission submission) {
        return rules.refuse(submission.caseNumber());
    }

    @Override
    public void record(Submission submission) {
        PlanVersion version = plans.latest(submission.caseNumber()).orElseThrow();
        plans.act(Kind.SUBMITTED, version, submission.actDate(), null, submission.user());
    }

    @Override
    public Map<String, Object> derive(Submission submission) {
        PlanContent plan = plans.latest(submission.caseNumber()).orElseThrow().content();
        Map<String, Object> variables = new HashMap<>();
        variables.put(
                "decisionType",
                types.ofPlan(submission.procedureSet(), plan, submission.actDate())
                        .code());
        variables.put("employmentSupportNeeded", EmploymentServices.isIn(plan));
        return variables;
    }
}
