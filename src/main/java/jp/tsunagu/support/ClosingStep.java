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

    private static final String EARLY = "closeEarly";

    private final OpenWork openWork;
    private final Cases cases;
    private final CaseInstances instances;

    ClosingStep(OpenWork openWork, Cases cases, CaseInstances instances) {
        this.openWork = openWork;
        this.cases = cases;
        this.instances = instances;
    }

    @Override
    public Set<String> steps() {
        return Set.of("closeCase", EARLY);
    }

    @Override
    public List<Refusal> check(Submission submission) {
        List<Refusal> refusals = new ArrayList<>();
        if (!closes(submission)) {
            return refusals;
        }
        openWork.of(submission.caseNumber())
                .forEach(open -> refusals.add(Refusal.ofAct(open + "が終わっていません。終えてから終結してください。")));
        return refusals;
    }

    @Override
    public void record(Submission submission) {
        if (closes(submission)) {
            cases.become(submission.caseNumber(), CaseStatus.CLOSED, submission.actDate());
            instances.caseEnded(submission.caseNumber(), submission.processInstanceId());
        }
    }

    /** Without an evaluation 主任 may also decide that the case goes on. */
    private static boolean closes(Submission submission) {
        return !submission.step().equals(EARLY) || submission.yes("closingConfirmed");
    }

    @Override
    public Map<String, Object> derive(Submission submission) {
        List<LocalDate> schedule = FollowUpSchedule.of(submission.actDate(), submission.choices("followUpMonths"));
        return schedule.isEmpty() ? Map.of() : Map.of("nextFollowUpDate", CaseInstances.asDate(schedule.get(0)));
    }
}
