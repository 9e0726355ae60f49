package jp.tsunagu.referral;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import jp.tsunagu.casefile.Cases;
import jp.tsunagu.engine.StepHandler;
import jp.tsunagu.engine.Submission;
import jp.tsunagu.form.Refusal;
import org.springframework.stereotype.Component;

/**
 * What a つなぎ hands to another body (要領 第9条第2号・第12条): on the ground of the person's consent only to a body that this
 * consent covers on that day, and never without saying what.
 */
@Component
class DisclosureStep implements StepHandler {

    private static final String GROUND = "referralGround";
    private static final String ITEMS = "sharedItems";

    private final Cases cases;

    DisclosureStep(Cases cases) {
        this.cases = cases;
    }

    @Override
    public Set<String> steps() {
        return Set.of("sendReferral");
    }

    @Override
    public List<Refusal> check(Submission submission) {
        List<Refusal> refusals = new ArrayList<>();
        if (submission.is(GROUND, "consent") && !isCovered(submission)) {
            refusals.add(Refusal.ofField(
                    GROUND, "本人の同意がないか、この機関は同意の範囲に入っていません。このつなぎについての同意を受けるか、ほかの根拠を選んでください（要領 第9条第2号）。"));
        }
        if (!submission.is(GROUND, "personGoes") && submission.choices(ITEMS).isEmpty()) {
            refusals.add(Refusal.ofField(ITEMS, "渡す情報を選んでください。何も渡さないときは、根拠で「本人が自分で行く」を選んでください。"));
        }
        return refusals;
    }

    private boolean isCovered(Submission submission) {
        String body = submission.text("referralAgency").orElseThrow();
        return cases.consent(submission.caseNumber())
                .filter(consent -> consent.covers(body, submission.actDate()))
                .isPresent();
    }
}
