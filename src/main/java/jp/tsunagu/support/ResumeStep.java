package jp.tsunagu.support;

import java.util.Set;
import jp.tsunagu.casefile.CaseStatus;
import jp.tsunagu.casefile.Cases;
import jp.tsunagu.engine.StepHandler;
import jp.tsunagu.engine.Submission;
import org.springframework.stereotype.Component;

/** A case that waited for the person is under way again once it is assessed anew. */
@Component
class ResumeStep implements StepHandler {

    private final Cases cases;

    ResumeStep(Cases cases) {
        this.cases = cases;
    }

    @Override
    public Set<String> steps() {
        return Set.of("assess");
    }

    @Override
    public void record(Submission submission) {
        if (cases.find(submission.caseNumber()).status() == CaseStatus.SUSPENDED) {
            cases.become(submission.caseNumber(), CaseStatus.OPEN, submission.actDate());
        }
    }
}
