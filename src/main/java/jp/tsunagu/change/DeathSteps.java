package jp.tsunagu.change;

import java.util.List;
import java.util.Set;
import jp.tsunagu.casefile.CaseStatus;
import jp.tsunagu.casefile.Cases;
import jp.tsunagu.engine.CaseInstances;
import jp.tsunagu.engine.StepHandler;
import jp.tsunagu.engine.Submission;
import jp.tsunagu.form.Refusal;
import org.springframework.stereotype.Component;

/**
 * 死亡 (要領 第9条第9号): the procedure and what runs beside it stop at once. A handover, a referral or emergency support is not
 * cut off: somebody has to tell the other desk.
 */
@Component
class DeathSteps implements StepHandler {

    private static final String DIED = "personDied";

    private final Cases cases;
    private final CaseInstances instances;

    DeathSteps(Cases cases, CaseInstances instances) {
        this.cases = cases;
        this.instances = instances;
    }

    @Override
    public Set<String> steps() {
        return Set.of(DIED, "settleAfterDeath");
    }

    @Override
    public List<Refusal> check(Submission submission) {
        return submission
                        .date("diedOn")
                        .filter(day -> day.isAfter(submission.actDate()))
                        .isPresent()
                ? List.of(Refusal.ofField("diedOn", "亡くなった日が、知った日より後になっています。"))
                : List.of();
    }

    @Override
    public void record(Submission submission) {
        if (submission.step().equals(DIED)) {
            instances.caseEnded(submission.caseNumber(), submission.processInstanceId());
        } else {
            cases.become(submission.caseNumber(), CaseStatus.CLOSED, submission.actDate());
        }
    }
}
