package jp.tsunagu.referral;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import jp.tsunagu.calendar.WorkingDays;
import jp.tsunagu.engine.StepHandler;
import jp.tsunagu.engine.Submission;
import jp.tsunagu.form.Refusal;
import org.springframework.stereotype.Component;

/**
 * 主任 moves a handover that stands still (要領 第9条第5号). Nobody goes home without a bed, food or medicine until the office opens
 * again: what is said to be arranged must be recorded, what is not is started here (要領 第9条第6号).
 */
@Component
class PursuitStep implements StepHandler {

    private static final String UNTIL_OPEN = "untilNextOpenDay";

    private final Bridging bridging;
    private final WorkingDays workingDays;
    private final Clock clock;

    PursuitStep(Bridging bridging, WorkingDays workingDays, Clock clock) {
        this.bridging = bridging;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    @Override
    public Set<String> steps() {
        return Set.of("pursueHandover");
    }

    @Override
    public List<Refusal> check(Submission submission) {
        List<Refusal> refusals = new ArrayList<>();
        JsonNode promised = submission.answers().path("record").path("nextDate");
        if (promised.isTextual() && hasPassed(LocalDate.parse(promised.asText()))) {
            refusals.add(Refusal.ofField("record.nextDate", "約束の日の閉庁の時刻を過ぎています。これからの日を選んでください。"));
        }
        LocalDate open = workingDays.addWorkingDays(workingDays.today(), 1);
        if (submission.is(UNTIL_OPEN, "arranged") && !bridging.reaches(submission.caseNumber(), open)) {
            refusals.add(Refusal.ofField(UNTIL_OPEN, "次の開庁日（" + open + "）までの緊急支援が記録されていません。記録するか、「これから手配する」を選んでください。"));
        }
        return refusals;
    }

    @Override
    public void record(Submission submission) {
        if (submission.is(UNTIL_OPEN, "toArrange")) {
            bridging.begin(submission.caseNumber(), submission.procedureSet());
        }
    }

    private boolean hasPassed(LocalDate promised) {
        return !workingDays.closingTime(promised).toInstant().isAfter(clock.instant());
    }
}
