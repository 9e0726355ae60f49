package jp.tsunagu.plan;

import java.util.List;
import java.util.Set;
import jp.tsunagu.engine.StepHandler;
import jp.tsunagu.engine.Submission;
import jp.tsunagu.form.Refusal;
import org.springframework.stereotype.Component;

/** 評価は支援調整会議で行う (要領 第9条第9号): somebody sat in it, and the agenda shows what came out. */
@Component
class EvaluationConferenceStep implements StepHandler {

    private final Conferences conferences;

    EvaluationConferenceStep(Conferences conferences) {
        this.conferences = conferences;
    }

    @Override
    public Set<String> steps() {
        return Set.of("recordEvaluationConference");
    }

    @Override
    public List<Refusal> check(Submission submission) {
        return submission.rows("attendees").isEmpty()
                ? List.of(Refusal.ofField("attendees", "会議の出席者を1行以上入力してください（要領 第9条第9号）。"))
                : List.of();
    }

    @Override
    public void record(Submission submission) {
        String result = submission.text("evaluationResult").orElseThrow();
        conferences.conclude(submission, ConveneStep.EVALUATION, result, null);
    }
}
