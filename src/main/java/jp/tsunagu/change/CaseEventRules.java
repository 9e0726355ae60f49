package jp.tsunagu.change;

import java.util.Optional;
import java.util.Set;
import jp.tsunagu.access.Roles;
import jp.tsunagu.casefile.CaseReaders;
import jp.tsunagu.casefile.Cases;
import jp.tsunagu.casefile.RestrictedCases;
import jp.tsunagu.engine.CaseInstances;
import jp.tsunagu.engine.Members;
import jp.tsunagu.engine.MessageRules;
import org.springframework.stereotype.Component;

/** Who may report what of which case, and what cannot be (any more). */
@Component
class CaseEventRules implements MessageRules {

    private static final String ASK = "いまは記録できません。急ぐときは、主任相談支援員に直接伝えてください。";

    private final Cases cases;
    private final CaseReaders readers;
    private final RestrictedCases restricted;
    private final Members members;
    private final CaseInstances instances;
    private final CaseFactsReader facts;
    private final CaseEventLog log;

    CaseEventRules(
            Cases cases,
            CaseReaders readers,
            RestrictedCases restricted,
            Members members,
            CaseInstances instances,
            CaseFactsReader facts,
            CaseEventLog log) {
        this.cases = cases;
        this.readers = readers;
        this.restricted = restricted;
        this.members = members;
        this.instances = instances;
        this.facts = facts;
        this.log = log;
    }

    @Override
    public Optional<String> refusePerson(String user, String caseNumber, String message) {
        return CaseEvent.of(message).isPresent()
                        && cases.exists(caseNumber)
                        && mayReport(user, caseNumber, CaseEvent.of(message).get())
                ? refuse(members.groupsOf(user), CaseEvent.of(message).get())
                : Optional.of("ケース、または出来事が見つかりません。");
    }

    /** Of a restricted case others report only what must wait for nobody (要領 第9条第5号, 緊急的支援), and without reading. */
    private boolean mayReport(String user, String caseNumber, CaseEvent event) {
        return waitsForNobody(event) || !restricted.isHiddenFrom(user, caseNumber);
    }

    static boolean waitsForNobody(CaseEvent event) {
        return event == CaseEvent.EMERGENCY_NEEDED || event == CaseEvent.WELFARE_NEEDED;
    }

    /** Anybody at the centre reports what they hear of a case, also while its worker is away; handing it on is 主任's. */
    static Optional<String> refuse(Set<String> groups, CaseEvent event) {
        if (groups.stream().noneMatch(Roles.CENTRE::contains)) {
            return Optional.of("出来事を記録できるのは、センターの支援員です。");
        }
        return event == CaseEvent.WORKER_CHANGED && !groups.contains(Roles.CHIEF)
                ? Optional.of("担当を変えられるのは主任相談支援員です。")
                : Optional.empty();
    }

    @Override
    public Optional<String> refuseState(String user, String caseNumber, String message) {
        return facts.of(caseNumber)
                .refuse(CaseEvent.of(message).orElseThrow())
                .map(reason -> restricted.isHiddenFrom(user, caseNumber) ? ASK : reason);
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
        return instances.underWay(caseNumber).isAlive(instance) ? Optional.of(instance) : Optional.empty();
    }
}
