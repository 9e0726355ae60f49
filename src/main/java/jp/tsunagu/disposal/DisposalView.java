package jp.tsunagu.disposal;

import java.security.Principal;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import jp.tsunagu.calendar.Wareki;
import jp.tsunagu.calendar.WorkingDays;
import jp.tsunagu.engine.Members;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the page 保存と廃棄 shows: what is over, what is proposed, what is stopped, and the certificates. No word about a person. */
@Component
class DisposalView {

    private static final int CERTIFICATES = 100;

    private final DisposalDesk desk;
    private final DisposalList list;
    private final DisposalTable disposals;
    private final Certificates certificates;
    private final Members members;

    DisposalView(
            DisposalDesk desk, DisposalList list, DisposalTable disposals, Certificates certificates, Members members) {
        this.desk = desk;
        this.list = list;
        this.disposals = disposals;
        this.certificates = certificates;
        this.members = members;
    }

    /** A proposal, in words. */
    record Line(
            UUID id,
            String number,
            String ground,
            String note,
            String closed,
            String kept,
            boolean own,
            String proposedBy,
            String approvedBy,
            String obstacle) {}

    /** A certificate, in words. */
    record Proof(UUID id, String caseNumber, String erased, String ground, boolean afterRestore) {}

    /**
     * Fills the page.
     *
     * @return its template
     */
    String page(Typed typed, Principal person, Model model) {
        Set<String> groups = desk.checked(person.getName());
        model.addAttribute("typed", typed);
        model.addAttribute("proposes", DisposalEntry.proposes(groups));
        model.addAttribute("approves", DisposalEntry.approves(groups));
        List<DisposalList.Ended> ended = list.ended(person.getName());
        model.addAttribute("ended", ended);
        model.addAttribute("free", ended.stream().anyMatch(DisposalList.Ended::free));
        model.addAttribute("most", DisposalList.MOST);
        model.addAttribute("proposed", lines(Disposal.State.PROPOSED, person.getName()));
        model.addAttribute("approved", lines(Disposal.State.APPROVED, person.getName()));
        model.addAttribute("held", list.held(person.getName()));
        model.addAttribute("holdGrounds", HoldGround.values());
        model.addAttribute("grounds", Ground.ofRequests());
        model.addAttribute("certificates", proofs());
        return "disposal";
    }

    private List<Line> lines(Disposal.State state, String user) {
        return disposals.inState(state).stream()
                .filter(of -> desk.mayKnow(user, of.caseNumber()))
                .map(of -> new Line(
                        of.id(),
                        of.caseNumber(),
                        of.ground().words(),
                        of.note(),
                        Wareki.formatShort(of.closedOn()),
                        Wareki.formatShort(of.keptUntil()),
                        of.proposedBy().equals(user),
                        members.nameOf(of.proposedBy()),
                        of.approvedBy() == null ? "" : members.nameOf(of.approvedBy()),
                        of.obstacle()))
                .toList();
    }

    private List<Proof> proofs() {
        return certificates.latest(CERTIFICATES).stream()
                .map(of -> new Proof(
                        of.disposalId(),
                        of.caseNumber(),
                        Wareki.formatShort(of.erasedAt()
                                .atZoneSameInstant(WorkingDays.TOKYO)
                                .toLocalDate()),
                        of.ground().words(),
                        of.afterRestore()))
                .toList();
    }
}
