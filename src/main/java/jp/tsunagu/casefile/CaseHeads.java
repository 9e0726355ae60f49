package jp.tsunagu.casefile;

import java.util.List;
import java.util.Optional;
import jp.tsunagu.engine.Members;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What stands above a case. Whoever shows it has asked {@link CaseReaders} before. */
@Component
public class CaseHeads {

    private final CaseLookup lookup;
    private final CaseWorkers workers;
    private final Consents consents;
    private final Members members;
    private final RestrictedCases restricted;

    CaseHeads(CaseLookup lookup, CaseWorkers workers, Consents consents, Members members, RestrictedCases restricted) {
        this.lookup = lookup;
        this.workers = workers;
        this.consents = consents;
        this.members = members;
        this.restricted = restricted;
    }

    /** The head of a case; empty if there is none with this number. */
    @Transactional(readOnly = true)
    public Optional<CaseHead> of(String caseNumber) {
        return lookup.byNumber(caseNumber).map(this::head);
    }

    private CaseHead head(SupportCase found) {
        CaseRef reference = found.reference();
        List<CaseHead.Worker> names = workers.present(reference.number()).stream()
                .map(worker -> new CaseHead.Worker(worker.role(), members.nameOf(worker.userId())))
                .toList();
        ConsentState consent = consents.latest(found.id()).map(Consent::state).orElse(null);
        boolean namedOnly = restricted.isRestricted(reference.number());
        return new CaseHead(
                reference.number(),
                found.personsName(),
                reference.status(),
                reference.nextDate(),
                names,
                consent,
                found.field("contactRestricted").asBoolean() || namedOnly,
                namedOnly);
    }
}
