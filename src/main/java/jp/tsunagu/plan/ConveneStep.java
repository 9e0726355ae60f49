package jp.tsunagu.plan;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.tsunagu.engine.CaseInstances;
import jp.tsunagu.engine.StepHandler;
import jp.tsunagu.engine.Submission;
import org.springframework.stereotype.Component;

/** 支援調整会議への付議 (要領 第9条第6号・第9号), for a plan and for its evaluation. The record is due from the day of the meeting. */
@Component
class ConveneStep implements StepHandler {

    static final String PLAN = "plan";
    static final String EVALUATION = "evaluation";

    private static final String CONVENE_PLAN = "convenePlanConference";

    private final Conferences conferences;

    ConveneStep(Conferences conferences) {
        this.conferences = conferences;
    }

    @Override
    public Set<String> steps() {
        return Set.of(CONVENE_PLAN, "conveneEvaluationConference");
    }

    @Override
    public Map<String, Object> derive(Submission submission) {
        Conference conference = conferences.putOnAgenda(submission, purpose(submission));
        return Map.of("conferenceDate", CaseInstances.asDate(conference.heldOn()));
    }

    @Override
    public Optional<String> stands(Submission done) {
        return conferences.hasMet(done.caseNumber(), purpose(done))
                ? Optional.of("支援調整会議の日が来ています。開かれた会議の付議は、取り消せません。会議の結果を記録してください。")
                : Optional.empty();
    }

    @Override
    public void undo(Submission done) {
        conferences.takeOffAgenda(done.caseNumber(), purpose(done));
    }

    private static String purpose(Submission submission) {
        return submission.step().equals(CONVENE_PLAN) ? PLAN : EVALUATION;
    }
}
