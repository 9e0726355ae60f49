package jp.tsunagu.ledger;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import jp.tsunagu.access.CaseLink;
import jp.tsunagu.access.Roles;
import jp.tsunagu.change.CaseEvents;
import jp.tsunagu.document.CasePaper;
import jp.tsunagu.document.Papers;
import jp.tsunagu.engine.Members;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What somebody can do from the page of a case: report what happened, print, go on to the pages of other rooms. */
@Component
class Offers {

    private final CaseEvents events;
    private final EventTexts texts;
    private final Papers papers;
    private final Members members;
    private final ObjectProvider<CaseLink> links;

    Offers(CaseEvents events, EventTexts texts, Papers papers, Members members, ObjectProvider<CaseLink> links) {
        this.events = events;
        this.texts = texts;
        this.papers = papers;
        this.members = members;
        this.links = links;
    }

    /**
     * A report that can be made, or the reason why not.
     *
     * @param reason null if it can
     */
    record Event(String message, String label, String reason, boolean grave) {}

    /** A page of another room about this case. */
    record Link(String label, String address) {}

    List<Event> events(String user, String caseNumber) {
        return events.of(user, caseNumber).stream()
                .map(event -> new Event(event.message(), event.label(), event.reason(), texts.isGrave(event.message())))
                .toList();
    }

    /** One of them; null if there is no such report. */
    Event event(String user, String caseNumber, String message) {
        return events(user, caseNumber).stream()
                .filter(event -> event.message().equals(message))
                .findFirst()
                .orElse(null);
    }

    /** Whether reports are this person's at all. */
    boolean mayReport(String user) {
        return members.groupsOf(user).stream().anyMatch(Roles.CENTRE::contains);
    }

    List<CasePaper> papers(String caseNumber) {
        return papers.of(caseNumber);
    }

    List<Link> links(String user, String caseNumber) {
        Set<String> groups = members.groupsOf(user);
        return links.stream()
                .filter(link -> link.offeredTo(groups))
                .sorted(Comparator.comparingInt(CaseLink::order))
                .map(link -> new Link(link.label(), link.address(caseNumber)))
                .toList();
    }
}
