package jp.tsunagu.change;

import java.util.Optional;
import jp.tsunagu.casefile.CaseRef;
import jp.tsunagu.engine.CaseInstances.UnderWay;

/**
 * What decides whether something can have happened to a case, read once for all that is asked of it.
 *
 * @param died the person's death is recorded
 * @param applied an application is recorded
 * @param consented the person lets anything be shared
 * @param handedOver the case is on its way to the welfare office
 */
record CaseFacts(CaseRef of, UnderWay underWay, boolean died, boolean applied, boolean consented, boolean handedOver) {

    private static final String OVER = "このケースの手続は終わっています。新しい相談として受け付けてください。";

    /** True if the procedure itself has not come to its end. */
    boolean isAlive() {
        return underWay.isAlive(of.processInstanceId());
    }

    /** Why it cannot be (any more); empty if it can. */
    Optional<String> refuse(CaseEvent event) {
        if (!isAlive()) {
            return Optional.of(OVER);
        }
        if (died) {
            return Optional.of("本人の死亡が記録されています。");
        }
        return event.refuse(of.status()).or(() -> running(event)).or(() -> groundless(event));
    }

    private Optional<String> running(CaseEvent event) {
        boolean running = event.onlyProcess().filter(underWay::isRunning).isPresent()
                || (event == CaseEvent.WELFARE_NEEDED && handedOver);
        return running ? Optional.of("「" + event.label() + "」の手続が、もう進んでいます。") : Optional.empty();
    }

    private Optional<String> groundless(CaseEvent event) {
        return switch (event) {
            case CONSENT_WITHDRAWN -> consented ? Optional.empty() : Optional.of("取り下げる同意が、記録されていません。");
            case APPLICATION_WITHDRAWN -> applied ? Optional.empty() : Optional.of("取り下げる申込みが、記録されていません。");
            case EVALUATION_NEEDED, PLAN_CHANGE_NEEDED ->
                underWay.waitsFor(event.message(), of.processInstanceId())
                        ? Optional.empty()
                        : Optional.of("決まったプランで支援を実施している間に使えます。");
            default -> Optional.empty();
        };
    }
}
