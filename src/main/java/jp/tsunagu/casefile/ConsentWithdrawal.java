package jp.tsunagu.casefile;

import java.util.Set;
import jp.tsunagu.engine.StepHandler;
import jp.tsunagu.engine.Submission;
import org.springframework.stereotype.Component;

/** 同意の撤回 (要領 第9条第2号): from the day of the act on nothing more is shared; what was shared before stays on record. */
@Component
class ConsentWithdrawal implements StepHandler {

    private final CaseLookup cases;
    private final Consents consents;

    ConsentWithdrawal(CaseLookup cases, Consents consents) {
        this.cases = cases;
        this.consents = consents;
    }

    @Override
    public Set<String> steps() {
        return Set.of("consentWithdrawn");
    }

    @Override
    public void record(Submission submission) {
        SupportCase supportCase = cases.get(submission.caseNumber());
        consents.standing(supportCase.id()).ifPresent(consent -> consent.withdraw(submission.actDate()));
    }
}
