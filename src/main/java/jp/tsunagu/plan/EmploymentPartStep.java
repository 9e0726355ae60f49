package jp.tsunagu.plan;

import java.util.List;
import java.util.Set;
import jp.tsunagu.engine.StepHandler;
import jp.tsunagu.engine.Submission;
import jp.tsunagu.form.Refusal;
import org.springframework.stereotype.Component;

/**
 * プラン案の就労部分 (要領 第11条第2号): its lines are held against the rules here, where 就労支援員 can still correct them; nobody
 * who works on the plan afterwards has them in a form.
 */
@Component
class EmploymentPartStep implements StepHandler {

    private final PlanCheck planCheck;

    EmploymentPartStep(PlanCheck planCheck) {
        this.planCheck = planCheck;
    }

    @Override
    public Set<String> steps() {
        return Set.of("draftEmploymentPart");
    }

    @Override
    public List<Refusal> check(Submission submission) {
        return planCheck.ofEmploymentPart(submission);
    }
}
