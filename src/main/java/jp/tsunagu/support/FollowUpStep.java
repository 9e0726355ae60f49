package jp.tsunagu.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import jp.tsunagu.calendar.Wareki;
import jp.tsunagu.casefile.Cases;
import jp.tsunagu.casefile.StepRecord;
import jp.tsunagu.engine.CaseInstances;
import jp.tsunagu.engine.ServedValue;
import jp.tsunagu.engine.StepHandler;
import jp.tsunagu.engine.Submission;
import jp.tsunagu.form.Refusal;
import org.springframework.stereotype.Component;

/** フォローアップ (要領 第9条第9号): one planned date after the other, until none is left. */
@Component
class FollowUpStep implements StepHandler, ServedValue {

    private static final String[] FOLLOW_UPS = {"followUp", "followUpAfterClosing"};
    private static final String[] CLOSINGS = {"closeCase", "closeEarly"};

    private final Cases cases;

    FollowUpStep(Cases cases) {
        this.cases = cases;
    }

    @Override
    public Set<String> steps() {
        return Set.of(FOLLOW_UPS);
    }

    @Override
    public List<Refusal> check(Submission submission) {
        return submission.yes("followUpNeeded")
                        && remaining(submission.caseNumber()).isEmpty()
                ? List.of(Refusal.ofField("followUpNeeded", "予定した日は、これで全部です。「これで終わる」を選んでください。"))
                : List.of();
    }

    @Override
    public Map<String, Object> derive(Submission submission) {
        List<LocalDate> remaining = remaining(submission.caseNumber());
        return submission.yes("followUpNeeded")
                ? Map.of("nextFollowUpDate", CaseInstances.asDate(remaining.get(0)))
                : Map.of();
    }

    @Override
    public Set<String> keys() {
        return Set.of("followUpPlanLabel");
    }

    @Override
    public JsonNode value(String key, Viewer viewer) {
        List<LocalDate> planned = planned(viewer.caseNumber());
        long done = done(viewer.caseNumber());
        String after = planned.stream().skip(done + 1).map(Wareki::format).collect(Collectors.joining("、"));
        return TextNode.valueOf(after.isEmpty() ? "この後の予定はありません。" : after);
    }

    private List<LocalDate> remaining(String caseNumber) {
        return planned(caseNumber).stream().skip(done(caseNumber)).toList();
    }

    private StepRecord closing(String caseNumber) {
        return cases.steps(caseNumber, CLOSINGS).get(0);
    }

    private List<LocalDate> planned(String caseNumber) {
        StepRecord closing = closing(caseNumber);
        List<String> months = StreamSupport.stream(
                        closing.data().path("followUpMonths").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
        return FollowUpSchedule.of(closing.actDate(), months);
    }

    /** Follow-ups recorded since the case was closed, the one being sent included. */
    private long done(String caseNumber) {
        StepRecord closing = closing(caseNumber);
        return cases.steps(caseNumber, FOLLOW_UPS).stream()
                .filter(step -> !step.recordedAt().isBefore(closing.recordedAt()))
                .count();
    }
}
