package jp.tsunagu.support;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.tsunagu.calendar.Wareki;
import jp.tsunagu.casefile.CaseStatus;
import jp.tsunagu.casefile.Cases;
import jp.tsunagu.engine.CaseInstances;
import jp.tsunagu.engine.StepHandler;
import jp.tsunagu.engine.Submission;
import jp.tsunagu.form.Refusal;
import jp.tsunagu.plan.DecidedPeriods;
import org.springframework.stereotype.Component;

/**
 * 評価 (要領 第9条第9号): made in the conference; a running plan always has a next evaluation date, at most twelve months ahead
 * and inside every decided period.
 */
@Component
class EvaluationStep implements StepHandler {

    private static final int LONGEST_MONTHS = 12;

    private final Cases cases;
    private final DecidedPeriods periods;

    EvaluationStep(Cases cases, DecidedPeriods periods) {
        this.cases = cases;
        this.periods = periods;
    }

    @Override
    public Set<String> steps() {
        return Set.of("recordEvaluationConference");
    }

    @Override
    public List<Refusal> check(Submission submission) {
        List<Refusal> refusals = new ArrayList<>();
        if (submission.is("evaluationResult", "extend")) {
            LocalDate next = submission.date("newEvaluationDate").orElseThrow();
            if (!next.isAfter(submission.actDate())) {
                refusals.add(Refusal.ofField("newEvaluationDate", "新しい評価日は、会議の日より後にしてください。"));
            }
            if (next.isAfter(submission.actDate().plusMonths(LONGEST_MONTHS))) {
                refusals.add(Refusal.ofField("newEvaluationDate", "次の評価は12か月以内にしてください（要領 第9条第9号）。"));
            }
            Optional<LocalDate> end = periods.firstEnd(submission.caseNumber());
            if (end.isPresent() && !next.isBefore(end.get())) {
                refusals.add(Refusal.ofField(
                        "newEvaluationDate", "決定された支援の期間（" + Wareki.format(end.get()) + "まで）の中で決めてください。"));
            }
        }
        return refusals;
    }

    @Override
    public void record(Submission submission) {
        if (submission.is("evaluationResult", "suspend")) {
            cases.become(submission.caseNumber(), CaseStatus.SUSPENDED, submission.actDate());
        }
    }

    @Override
    public Map<String, Object> derive(Submission submission) {
        Map<String, Object> variables = new HashMap<>();
        submission
                .date("newEvaluationDate")
                .ifPresent(next -> variables.put("nextEvaluationDate", CaseInstances.asDate(next)));
        return variables;
    }
}
