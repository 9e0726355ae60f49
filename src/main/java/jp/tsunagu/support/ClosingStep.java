package jp.tsunagu.support;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.tsunagu.casefile.CaseStatus;
import jp.tsunagu.casefile.Cases;
import jp.tsunagu.engine.CaseInstances;
import jp.tsunagu.engine.StepHandler;
import jp.tsunagu.engine.Submission;
import jp.tsunagu.form.Refusal;
import org.springframework.stereotype.Component;

/**
 * 終結 (要領 第9条第9号): with a reason and an answer to the question of follow-up, and only when nobody is left between two
 * desks.
 */
@Component
class ClosingStep implements StepHandler {

    private final OpenWork openWork;
    private final Cases cases;

    ClosingStep(OpenWork openWork, Cases cases) {
        this.openWork = openWork;
        this.cases = cases;
    }

    @Override
    public Set<String> steps() {
        return Set.of("closeCase");
    }

    @Override
    public List<Refusal> check(Submission submission) {
        List<Refusal> refusals = new ArrayList<>();
        openWork.of(submission.caseNumber())
                .forEach(open -> refusals.add(Refusal.ofAct(open + "が終わっていません。終えてから終結してください。")));
        return refusals;
    }

    @Override
    public void record(Submission submission) {
        cases.become(submission.caseNumber(), CaseStatus.CLOSED, submission.actDate());
    }

    @Override
    public Map<String, Object> derive(Submission submission) {
        List<LocalDate> schedule = FollowUpSchedule.of(submission.actDate(), submission.choices("followUpMonths"));
        return schedule.isEmpty() ? Map.of() : Map.of("nextFollowUpDate", CaseInstances.asDate(schedule.get(0)));
    }
}
