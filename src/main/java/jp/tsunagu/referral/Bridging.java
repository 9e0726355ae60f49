package jp.tsunagu.referral;

import java.time.LocalDate;
import jp.tsunagu.calendar.Wareki;
import jp.tsunagu.casefile.Cases;
import jp.tsunagu.casefile.StepRecord;
import jp.tsunagu.engine.CaseInstances;
import org.springframework.stereotype.Component;

/** What carries a person until the welfare office opens again: place, food and medicine by emergency support (要領 第9条第6号). */
@Component
class Bridging {

    private static final String ARRANGE = "arrangeEmergencySupport";
    private static final String PROCESS = "emergencySupport";

    private final Cases cases;
    private final CaseInstances instances;

    Bridging(Cases cases, CaseInstances instances) {
        this.cases = cases;
        this.instances = instances;
    }

    /** True if support up to this day is recorded. */
    boolean reaches(String caseNumber, LocalDate day) {
        return cases.steps(caseNumber, ARRANGE).stream()
                .map(Bridging::until)
                .anyMatch(until -> until != null && !until.isBefore(day));
    }

    void begin(String caseNumber, int procedureSet) {
        if (!instances.isRunning(PROCESS, caseNumber)) {
            instances.start(PROCESS, caseNumber, procedureSet, null);
        }
    }

    String state(String caseNumber) {
        return cases.latestStep(caseNumber, ARRANGE)
                .map(done -> until(done) == null
                        ? "手配を記録済み（いつまでかは未記入）"
                        : Wareki.formatWithWeekday(until(done)) + "まで手配を記録済み")
                .orElse(instances.isRunning(PROCESS, caseNumber) ? "手配中（まだ記録されていません）" : "始めていません");
    }

    private static LocalDate until(StepRecord done) {
        String day = done.data().path("emergencySupportUntil").asText("");
        return day.isEmpty() ? null : LocalDate.parse(day);
    }
}
