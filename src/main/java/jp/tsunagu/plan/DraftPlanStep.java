package jp.tsunagu.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.tsunagu.casefile.Cases;
import jp.tsunagu.casefile.StepRecord;
import jp.tsunagu.engine.StepHandler;
import jp.tsunagu.engine.Submission;
import jp.tsunagu.form.Refusal;
import org.springframework.stereotype.Component;

/** プラン案 (要領 第9条第6号). After an evaluation it needs a new assessment first (要領 第9条第9号). */
@Component
class DraftPlanStep implements StepHandler {

    private final PlanCheck planCheck;
    private final Cases cases;

    DraftPlanStep(PlanCheck planCheck, Cases cases) {
        this.planCheck = planCheck;
        this.cases = cases;
    }

    @Override
    public Set<String> steps() {
        return Set.of("draftPlan");
    }

    @Override
    public List<Refusal> check(Submission submission) {
        List<Refusal> refusals = new ArrayList<>(planCheck.of(submission));
        Optional<LocalDate> evaluated = cases.latestStep(submission.caseNumber(), "recordEvaluationConference")
                .map(StepRecord::actDate);
        Optional<LocalDate> assessed =
                cases.latestStep(submission.caseNumber(), "assess").map(StepRecord::actDate);
        if (evaluated.isPresent() && assessed.filter(evaluated.get()::isBefore).isEmpty()) {
            refusals.add(Refusal.ofAct("評価の後のアセスメントがありません。再プランは、改めてアセスメントをしてから作ります（要領 第9条第9号）。"));
        }
        return refusals;
    }
}
