package jp.tsunagu.work;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import jp.tsunagu.casefile.Cases;
import jp.tsunagu.casefile.StepAuthor;
import org.springframework.stereotype.Component;

/**
 * What was done in the present round of a check. A new assessment, or a new submission of the plan, begins a new round:
 * what somebody did a year ago does not bar them from today's check.
 */
@Component
class Round {

    /** The plan that is checked was drafted before the round began. */
    private static final String DRAFT = "draftPlan";

    private static final Set<String> PLAN_ROUND_BEGINS = Set.of("submitPlan", "reviseAndResubmit");

    private final Cases cases;

    Round(Cases cases) {
        this.cases = cases;
    }

    /** Who did each of these steps last, as far as it belongs to the present round. */
    List<StepAuthor> latest(String caseNumber, String step, Set<String> otherSide) {
        if (otherSide.isEmpty()) {
            return List.of();
        }
        Set<String> asked = new TreeSet<>(otherSide);
        if (!step.equals("confirmScreening")) {
            asked.addAll(PLAN_ROUND_BEGINS);
        }
        List<StepAuthor> latestFirst = cases.authors(caseNumber, asked);
        Optional<Instant> begun = latestFirst.stream()
                .filter(done -> PLAN_ROUND_BEGINS.contains(done.step()))
                .map(StepAuthor::recordedAt)
                .findFirst();
        return otherSide.stream()
                .flatMap(other -> latestFirst.stream()
                        .filter(done -> done.step().equals(other))
                        .limit(1))
                .filter(done -> begun.isEmpty()
                        || done.step().equals(DRAFT)
                        || !done.recordedAt().isBefore(begun.get()))
                .toList();
    }
}
