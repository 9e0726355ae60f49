package jp.tsunagu.change;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagu.access.Roles;
import jp.tsunagu.casefile.Cases;
import jp.tsunagu.casefile.RestrictedCases;
import jp.tsunagu.engine.Members;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 全期間の出来事 for whoever offers them: what can be reported of a case, by whom, and why not. */
@Component
public class CaseEvents {

    private final Cases cases;
    private final Members members;
    private final CaseFactsReader facts;
    private final RestrictedCases restricted;

    CaseEvents(Cases cases, Members members, CaseFactsReader facts, RestrictedCases restricted) {
        this.cases = cases;
        this.members = members;
        this.facts = facts;
        this.restricted = restricted;
    }

    /**
     * What can be reported.
     *
     * @param reason why it cannot be now; null if it can
     */
    public record Possible(String message, String label, String reason) {}

    /** Whether this person reports events of cases at all; how a case stands is nobody else's business. */
    boolean mayReport(String user) {
        return members.groupsOf(user).stream().anyMatch(Roles.CENTRE::contains);
    }

    /** Everything there is, for this person and this case; the facts of the case are asked once. */
    @Transactional(readOnly = true)
    public List<Possible> of(String user, String caseNumber) {
        Set<String> groups = members.groupsOf(user);
        boolean hidden = restricted.isHiddenFrom(user, caseNumber);
        if (hidden || !cases.exists(caseNumber)) {
            return Arrays.stream(CaseEvent.values())
                    .map(event -> new Possible(event.message(), event.label(), unseen(hidden, groups, event)))
                    .toList();
        }
        CaseFacts of = facts.of(caseNumber);
        return Arrays.stream(CaseEvent.values())
                .map(event -> new Possible(
                        event.message(),
                        event.label(),
                        CaseEventRules.refuse(groups, event)
                                .or(() -> of.refuse(event))
                                .orElse(null)))
                .toList();
    }

    /** Of a case that is kept from this person they can report only what waits for nobody, and learn nothing else. */
    private static String unseen(boolean hidden, Set<String> groups, CaseEvent event) {
        return hidden && CaseEventRules.waitsForNobody(event)
                ? CaseEventRules.refuse(groups, event).orElse(null)
                : "ケースが見つかりません。";
    }

    /** Message → what it is called in Japanese, for all there are; a form is named like its message. */
    public Map<String, String> labels() {
        return Arrays.stream(CaseEvent.values())
                .collect(Collectors.toUnmodifiableMap(CaseEvent::message, CaseEvent::label));
    }

    /** The process of its own that begins with such a report; empty if the main process goes on by itself. */
    public Optional<String> begins(String message) {
        return CaseEvent.of(message).flatMap(CaseEvent::process);
    }
}
