package jp.tsunagu.work;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.tsunagu.casefile.Cases;
import jp.tsunagu.casefile.StepRecord;
import org.springframework.stereotype.Component;

/**
 * What was done in the present round of a check. A new assessment, or a new submission of the plan, begins a new round:
 * what somebody did a year ago does not bar them from today's check.
 */
@Component
class Round {

    private static final Set<String> PLAN_ROUND_BEGINS = Set.of("submitPlan", "reviseAndResubmit");

    private final Cases cases;

    Round(Cases cases) {
        this.cases = cases;
    }

    /** The latest record of each of these steps, as far as it belongs to the present round. */
    List<StepRecord> latest(String caseNumber, String step, Set<String> otherSide) {
        if (otherSide.isEmpty()) {
            return List.of();
        }
        Optional<StepRecord> begun = step.equals("confirmScreening")
                ? Optional.empty()
                : cases.steps(caseNumber, PLAN_ROUND_BEGINS.toArray(String[]::new)).stream()
                        .findFirst();
        return otherSide.stream()
                .flatMap(other -> cases.latestStep(caseNumber, other).stream())
                .filter(record -> begun.isEmpty()
                        || !record.recordedAt().isBefore(begun.get().recordedAt()))
                .toList();
    }
}
