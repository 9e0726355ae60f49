package jp.tsunagu.support;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.tsunagu.calendar.Wareki;
import jp.tsunagu.casefile.Cases;
import jp.tsunagu.casefile.StepRecord;
import jp.tsunagu.engine.StepHandler;
import jp.tsunagu.engine.Submission;
import jp.tsunagu.form.Refusal;
import org.springframework.stereotype.Component;

/**
 * 継続するなら、改めてアセスメントをする (要領 第9条第9号): its date is after the evaluation's. Said where the date can still be
 * corrected; the plan that follows would be refused, and no way leads back from there.
 */
@Component
class ReassessmentStep implements StepHandler {

    private final Cases cases;

    ReassessmentStep(Cases cases) {
        this.cases = cases;
    }

    @Override
    public Set<String> steps() {
        return Set.of("assess");
    }

    @Override
    public List<Refusal> check(Submission submission) {
        Optional<LocalDate> evaluated = cases.latestStep(submission.caseNumber(), "recordEvaluationConference")
                .map(StepRecord::actDate);
        return evaluated
                .filter(day -> !submission.actDate().isAfter(day))
                .map(day -> Refusal.ofField(
                        "record.contactDate", "評価の会議（" + Wareki.format(day) + "）より後の日のアセスメントを記録してください（要領 第9条第9号）。"))
                .map(List::of)
                .orElse(List.of());
    }
}
