package jp.tsunagu.plan;

import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.tsunagu.engine.OpenSteps;
import jp.tsunagu.engine.OpenSteps.OpenStep;
import jp.tsunagu.engine.StepHandler;
import jp.tsunagu.engine.Submission;
import jp.tsunagu.form.Refusal;
import jp.tsunagu.notice.LetterRules;
import jp.tsunagu.notice.Notices;
import org.springframework.stereotype.Component;

/**
 * That the letters after a decision really went out: the ward sends 第6号様式, the centre hands over the decided plan. A letter
 * is not posted where there is no address, or where the address must not become known (I-14).
 */
@Component
class DeliverySteps implements StepHandler {

    private static final Map<String, String> MANNER =
            Map.of("sendSupportNotice", "noticeManner", "deliverPlan", "deliveryManner");

    private final Notices notices;
    private final LetterRules rules;
    private final OpenSteps steps;
    private final DecisionNotices letters;

    DeliverySteps(Notices notices, LetterRules rules, OpenSteps steps, DecisionNotices letters) {
        this.notices = notices;
        this.rules = rules;
        this.steps = steps;
        this.letters = letters;
    }

    @Override
    public Set<String> steps() {
        return MANNER.keySet();
    }

    @Override
    public List<Refusal> check(Submission submission) {
        return rules.refuse(submission.caseNumber(), manner(submission)).stream()
                .map(reason -> Refusal.ofField(MANNER.get(submission.step()), reason))
                .toList();
    }

    @Override
    public void record(Submission submission) {
        OpenStep step = steps.find(submission.taskId()).orElseThrow();
        notices.sent(
                submission.caseNumber(),
                submission.step(),
                step.begunAt(),
                submission.actDate(),
                submission.user(),
                manner(submission));
        if (submission.step().equals("deliverPlan")) {
            letters.delivered(submission.caseNumber(), submission.actDate(), submission.user());
        }
    }

    private static String manner(Submission submission) {
        return submission.text(MANNER.get(submission.step())).orElseThrow();
    }
}
