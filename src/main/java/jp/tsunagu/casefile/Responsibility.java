package jp.tsunagu.casefile;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.tsunagu.engine.OncePerAct;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who is responsible for a case, in each role. */
@Component
public class Responsibility {

    private final CaseLookup cases;
    private final CaseWorkers workers;
    private final EntityManager database;
    private final Clock clock;

    private record PresentWorkers(String caseNumber) {}

    Responsibility(CaseLookup cases, CaseWorkers workers, EntityManager database, Clock clock) {
        this.cases = cases;
        this.workers = workers;
        this.database = database;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Optional<String> of(String caseNumber, String role) {
        return present(caseNumber, role).map(CaseWorker::userId);
    }

    /** From now on this person has the case in this role; whoever had it before is kept as history. */
    @Transactional
    public void give(String caseNumber, String role, String user) {
        Optional<CaseWorker> present = present(caseNumber, role);
        if (present.map(CaseWorker::userId).filter(user::equals).isPresent()) {
            return;
        }
        present.ifPresent(before -> before.endedAt(clock.instant()));
        database.flush();
        database.persist(new CaseWorker(cases.get(caseNumber).id(), role, user, clock.instant()));
        OncePerAct.forget(PresentWorkers.class);
    }

    /** This person no longer has the case in this role; if somebody else has it by now, nothing changes. */
    @Transactional
    public void end(String caseNumber, String role, String user) {
        present(caseNumber, role)
                .filter(worker -> worker.userId().equals(user))
                .ifPresent(worker -> worker.endedAt(clock.instant()));
        OncePerAct.forget(PresentWorkers.class);
    }

    /** Those of these cases that are this person's in any role. */
    @Transactional(readOnly = true)
    public Set<String> ownAmong(String user, Collection<String> caseNumbers) {
        return caseNumbers.isEmpty() ? Set.of() : new HashSet<>(workers.ownAmong(user, List.copyOf(caseNumbers)));
    }

    private Optional<CaseWorker> present(String caseNumber, String role) {
        return OncePerAct.read(new PresentWorkers(caseNumber), () -> workers.present(caseNumber)).stream()
                .filter(worker -> worker.role().equals(role))
                .findFirst();
    }
}
