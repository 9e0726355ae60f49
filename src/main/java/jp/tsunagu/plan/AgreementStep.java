package jp.tsunagu.plan;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.tsunagu.engine.StepHandler;
import jp.tsunagu.engine.Submission;
import jp.tsunagu.form.Refusal;
import jp.tsunagu.plan.PlanAct.Kind;
import org.camunda.spin.plugin.variable.SpinValues;
import org.springframework.stereotype.Component;

/**
 * プラン兼サービス利用申込書(第4号様式): the person agrees to exactly one version (要領 第9条第6号). Where a conference has approved this
 * very content before, it need not meet again.
 */
@Component
class AgreementStep implements StepHandler {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Plans plans;
    private final PlanCheck planCheck;

    AgreementStep(Plans plans, PlanCheck planCheck) {
        this.plans = plans;
        this.planCheck = planCheck;
    }

    @Override
    public Set<String> steps() {
        return Set.of("obtainPlanAgreement");
    }

    @Override
    public List<Refusal> check(Submission submission) {
        return isAgreed(submission) ? planCheck.of(submission) : List.of();
    }

    @Override
    public void record(Submission submission) {
        if (isAgreed(submission)) {
            PlanVersion version = plans.cut(submission.caseNumber(), submission.user());
            String manner = submission.text("agreementManner").orElse(null);
            plans.act(Kind.AGREED, version, submission.actDate(), manner, submission.user());
        }
    }

    @Override
    public Optional<String> stands(Submission done) {
        return isAgreed(done)
                ? Optional.of("本人がプランに同意し、署名などを受けています。同意のあった版は、なかったことにできません（要領 第9条第6号）。")
                : Optional.empty();
    }

    @Override
    public Map<String, Object> derive(Submission submission) {
        if (!isAgreed(submission)) {
            return Map.of();
        }
        PlanVersion version = plans.latest(submission.caseNumber()).orElseThrow();
        return Map.of(
                "conferenceNeeded",
                !plans.was(Kind.APPROVED, version),
                "agreementNeeded",
                false,
                "services",
                SpinValues.jsonValue(
                                JSON.valueToTree(version.content().services()).toString())
                        .create());
    }

    private static boolean isAgreed(Submission submission) {
        return submission.is("planAgreement", "agreed");
    }
}
