package jp.tsunagu.disposal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagu.access.AccessLog;
import jp.tsunagu.engine.BroughtBack;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Erases one case that two people approved, in one transaction: all of its rows or none, with the counts and the certificate. Killed in
 * the middle it has not happened, and is done by whoever comes next.
 */
@Component
class Erasure {

    private final DisposalTable disposals;
    private final ClosedCases closedCases;
    private final ErasedCounts counts;
    private final ErasedRows rows;
    private final Certificates certificates;
    private final BroughtBack broughtBack;
    private final AccessLog accessLog;
    private final Clock clock;

    Erasure(
            DisposalTable disposals,
            ClosedCases closedCases,
            ErasedCounts counts,
            ErasedRows rows,
            Certificates certificates,
            BroughtBack broughtBack,
            AccessLog accessLog,
            Clock clock) {
        this.disposals = disposals;
        this.closedCases = closedCases;
        this.counts = counts;
        this.rows = rows;
        this.certificates = certificates;
        this.broughtBack = broughtBack;
        this.accessLog = accessLog;
        this.clock = clock;
    }

    /** Erases, or notes what stands against it. Another node that is at it is left alone; empty if nothing was erased. */
    @Transactional
    public Optional<Certificate> erase(UUID disposal) {
        Optional<Disposal> taken = disposals.take(disposal, Disposal.State.APPROVED);
        if (taken.isEmpty()) {
            return Optional.empty();
        }
        Disposal of = taken.get();
        ClosedCase closed = closedCases.lock(of.caseId()).orElseThrow();
        List<String> obstacles = closedCases.obstacles(closed, of.request(), LocalDate.now(clock));
        if (!obstacles.isEmpty()) {
            disposals.obstructed(disposal, String.join("", obstacles));
            return Optional.empty();
        }
        if (closedCases.isUncounted(closed)) {
            return Optional.empty();
        }
        return Optional.of(erase(of, closed, false));
    }

    /**
     * A backup has brought back what was erased: it is erased again, whatever was under way when the backup was made. A case that the
     * backup did not know has its certificate restored.
     */
    @Transactional
    public void eraseAgain(Certificate of) {
        Optional<ClosedCase> back = closedCases.lock(of.caseId());
        disposals.restore(of);
        if (back.isEmpty()) {
            disposals.erased(of.disposalId());
            certificates.add(of);
            return;
        }
        broughtBack.stop(of.caseNumber());
        Disposal disposal =
                disposals.take(of.disposalId(), Disposal.State.APPROVED).orElseThrow();
        ClosedCase closed = back.get();
        erase(
                disposal,
                new ClosedCase(
                        closed.id(),
                        closed.number(),
                        closed.person(),
                        closed.municipality(),
                        closed.receivedOn(),
                        of.closedOn()),
                true);
    }

    private Certificate erase(Disposal of, ClosedCase closed, boolean afterRestore) {
        counts.count(closed);
        Certificate certificate =
                Certificate.of(of, OffsetDateTime.now(clock), rows.erase(of.id(), closed), afterRestore);
        certificates.add(certificate);
        accessLog.record(of.approvedBy(), closed.number(), "廃棄", null);
        disposals.erased(of.id());
        return certificate;
    }
}
