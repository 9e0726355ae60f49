package jp.tsunagu.work;

import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import jp.tsunagu.access.account.AccountFacts;
import org.springframework.stereotype.Component;

/**
 * Whoever works for a contractor never performs an act of the ward, whatever a diagram says (I-11): what counts is what is decided,
 * by the name of the deciding answer or of the step, and not whom a diagram gives the task to.
 */
@Component
class WardActs {

    /** What the ward alone answers (要領 第10条). */
    private static final Set<String> ANSWERS =
            Set.of("planCheck", "chiefApproval", "wardDecision", "externalDecision", "decisionDocumentNumber");

    /** What the ward alone does, also where a form asks for something else. */
    private static final Set<String> STEPS = Set.of(
            "checkPlan",
            "writeRejectionReason",
            "approveAsSubsectionChief",
            "decidePlan",
            "recordExternalDecision",
            "reviewDeputyDecision",
            "sendSupportNotice");

    private static final String CONTRACTOR = "委託先の利用者は、区の確認・承認・決定・通知を行えません。区の職員が行ってください。";

    private final AccountFacts accounts;

    WardActs(AccountFacts accounts) {
        this.accounts = accounts;
    }

    /**
     * Why this person must not do it; empty if they may.
     *
     * @param answered the names of what a form answers; none before it is filled in
     */
    Optional<String> refuse(String user, String step, Collection<String> answered) {
        boolean wards = STEPS.contains(step) || !Collections.disjoint(ANSWERS, answered);
        return wards && accounts.isContractor(user) ? Optional.of(CONTRACTOR) : Optional.empty();
    }
}
