package jp.tsunagu.change;

import java.util.Optional;
import java.util.Set;
import jp.tsunagu.access.Roles;
import jp.tsunagu.casefile.CaseReaders;
import jp.tsunagu.casefile.CaseRef;
import jp.tsunagu.casefile.Cases;
import jp.tsunagu.casefile.ConsentState;
import jp.tsunagu.engine.CaseInstances;
import jp.tsunagu.engine.Members;
import jp.tsunagu.engine.MessageRules;
import jp.tsunagu.referral.Referrals;
import org.springframework.stereotype.Component;

/** Who may report what of which case, and what cannot be (any more). */
@Component
class CaseEventRules implements MessageRules {

    private final Cases cases;
    private final CaseReaders readers;
    private final Members members;
    private final CaseInstances instances;
    private final Referrals referrals;
    private final CaseEventLog log;

    CaseEventRules(
            Cases cases,
            CaseReaders readers,
            Members members,
            CaseInstances instances,
            Referrals referrals,
            CaseEventLog log) {
        this.cases = cases;
        this.readers = readers;
        this.members = members;
        this.instances = instances;
        this.referrals = referrals;
        this.log = log;
    }

    /** Anybody at the centre reports what they hear of a case, also while its worker is away; handing it on is 主任's. */
    @Override
    public Optional<String> refusePerson(String user, String caseNumber, String message) {
        Optional<CaseEvent> event = CaseEvent.of(message);
        Set<String> groups = members.groupsOf(user);
        if (event.isEmpty() || !cases.exists(caseNumber)) {
            return Optional.of("ケース、または出来事が見つかりません。");
        }
        if (groups.stream().noneMatch(Roles.CENTRE::contains)) {
            return Optional.of("出来事を記録できるのは、センターの支援員です。");
        }
        return event.get() == CaseEvent.WORKER_CHANGED && !groups.contains(Roles.CHIEF)
                ? Optional.of("担当を変えられるのは主任相談支援員です。")
                : Optional.empty();
    }

    @Override
    public Optional<String> refuseState(String caseNumber, String message) {
        CaseEvent event = CaseEvent.of(message).orElseThrow();
        CaseRef of = cases.find(caseNumber);
        if (cases.field(caseNumber, "diedOn").isTextual()) {
            return Optional.of("本人の死亡が記録されています。");
        }
        return event.refuse(of.status()).or(() -> underWay(event, caseNumber)).or(() -> groundless(event, of));
    }

    private Optional<String> underWay(CaseEvent event, String caseNumber) {
        boolean running = event.onlyProcess()
                        .filter(process -> instances.isRunning(process, caseNumber))
                        .isPresent()
                || (event == CaseEvent.WELFARE_NEEDED && referrals.hasOpenHandover(caseNumber));
        return running ? Optional.of("「" + event.label() + "」の手続が、もう進んでいます。") : Optional.empty();
    }

    private Optional<String> groundless(CaseEvent event, CaseRef of) {
        return switch (event) {
            case CONSENT_WITHDRAWN ->
                cases.consent(of.number()).filter(ConsentState::stands).isPresent()
                        ? Optional.empty()
                        : Optional.of("取り下げる同意が、記録されていません。");
            case APPLICATION_WITHDRAWN ->
                cases.field(of.number(), "applied").asBoolean()
                        ? Optional.empty()
                        : Optional.of("取り下げる申込みが、記録されていません。");
            case EVALUATION_NEEDED, PLAN_CHANGE_NEEDED ->
                instances.waitsFor(event.message(), of.processInstanceId())
                        ? Optional.empty()
                        : Optional.of("決まったプランで支援を実施している間に使えます。");
            default -> Optional.empty();
        };
    }

    @Override
    public boolean mayRead(String user, String caseNumber) {
        return readers.mayRead(user, caseNumber);
    }

    @Override
    public boolean remember(String user, String caseNumber, String message, String key) {
        return log.add(cases.find(caseNumber).id(), message, key, user);
    }

    @Override
    public Optional<String> mainInstance(String caseNumber) {
        String instance = cases.find(caseNumber).processInstanceId();
        return instances.isAlive(instance) ? Optional.of(instance) : Optional.empty();
    }
}
