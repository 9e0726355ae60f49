package jp.tsunagu.work;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import jp.tsunagu.casefile.StepAuthor;

/**
 * Never both sides of a check by one person: whoever assessed does not confirm the screening; check, approval and decision
 * of a plan are three people's and none of those who drafted or submitted it, and nobody looks over what they decided as a deputy (要領 第9条第5号, 第10条第1号・第2号).
 */
final class SeparationOfDuties {

    /** For each step the earlier ones whose author must be somebody else. */
    private static final Map<String, Set<String>> OTHER_SIDE = Map.of(
            "confirmScreening", Set.of("assess", "screen"),
            "checkPlan", withCentre("approveAsSubsectionChief", "decidePlan"),
            "approveAsSubsectionChief", withCentre("checkPlan", "decidePlan"),
            "decidePlan", withCentre("checkPlan", "approveAsSubsectionChief"),
            // 後閲: of what a deputy decided
            "reviewDeputyDecision", Set.of("decidePlan"));

    private SeparationOfDuties() {}

    private static Set<String> withCentre(String... steps) {
        Set<String> all = new TreeSet<>(Set.of("draftPlan", "submitPlan", "reviseAndResubmit"));
        all.addAll(Set.of(steps));
        return Set.copyOf(all);
    }

    static Set<String> otherSideOf(String step) {
        return OTHER_SIDE.getOrDefault(step, Set.of());
    }

    /**
     * Why this person must not have the step; empty if they may.
     *
     * @param done the steps of the other side that were done in this round, latest first
     */
    static Optional<String> refuse(String user, List<StepAuthor> done) {
        return done.stream().anyMatch(record -> record.author().equals(user))
                ? Optional.of("この確認の相手側の作業をした人は、担当できません。ほかの人が担当してください。")
                : Optional.empty();
    }
}
