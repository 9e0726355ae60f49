package jp.tsunagu.plan;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import jp.tsunagu.access.AccessLog;
import jp.tsunagu.casefile.RestrictedCases;
import jp.tsunagu.disclosure.Disclosure;
import jp.tsunagu.disclosure.Disclosure.Member;
import jp.tsunagu.disclosure.DisclosureScope;
import jp.tsunagu.disclosure.DisclosureTable;
import jp.tsunagu.disclosure.Disclosures;
import jp.tsunagu.disclosure.OutsidePaper;
import jp.tsunagu.engine.RefusedException;
import jp.tsunagu.municipality.Settings;
import jp.tsunagu.plan.MeetingBook.AgendaItem;
import jp.tsunagu.plan.MeetingBook.Meeting;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The papers of a meeting for those of its members who belong neither to the centre nor to the ward: of each case what their
 * body may be told, and no paper at all where it may be told nothing (要領 第9条第2号・第6号).
 */
@Component
class ConferencePapers {

    private static final String DAYS_BEFORE = "conferencePapersDaysBefore";
    private static final String DAYS_AFTER = "conferencePapersDaysAfter";
    private static final int BEFORE_DEFAULT = 7;
    private static final int AFTER_DEFAULT = 3;

    private final ConferenceTable table;
    private final MeetingBook meetings;
    private final Disclosures disclosures;
    private final RestrictedCases restricted;
    private final DisclosureTable rules;
    private final OutsidePaper papers;
    private final Settings settings;
    private final AccessLog accessLog;
    private final Clock clock;

    ConferencePapers(
            ConferenceTable table,
            MeetingBook meetings,
            Disclosures disclosures,
            RestrictedCases restricted,
            DisclosureTable rules,
            OutsidePaper papers,
            Settings settings,
            AccessLog accessLog,
            Clock clock) {
        this.table = table;
        this.meetings = meetings;
        this.disclosures = disclosures;
        this.restricted = restricted;
        this.rules = rules;
        this.papers = papers;
        this.settings = settings;
        this.accessLog = accessLog;
        this.clock = clock;
    }

    /**
     * What one member may be told of one case.
     *
     * @param items in words; empty if nothing
     * @param titles the papers; none if nothing may be told
     */
    record Offer(String caseNumber, String kind, List<String> items, List<OutsidePaper.Title> titles) {}

    /** The cases of the meeting as this member may know them. */
    @Transactional(readOnly = true)
    List<Offer> offers(Meeting meeting, ConferenceAttendee member) {
        return meetings.agenda(meeting.id()).stream()
                .filter(item -> !item.isDropped() && !restricted.isRestricted(item.caseNumber()))
                .map(item -> offer(item, member))
                .toList();
    }

    /** The agenda as somebody of the centre or the ward may know it. */
    List<AgendaItem> agenda(Meeting meeting, String user) {
        return meetings.agenda(meeting.id()).stream()
                .filter(item -> !restricted.isHiddenFrom(user, item.caseNumber()))
                .toList();
    }

    /** Whether a note names no case that is kept from this person. */
    boolean mayKnow(String user, String note) {
        return restricted.hiddenFrom(user).stream().noneMatch(note::contains);
    }

    private Offer offer(AgendaItem item, ConferenceAttendee member) {
        DisclosureScope scope = scope(item, member);
        List<String> items = rules.items().stream()
                .filter(scope.items()::contains)
                .map(rules::label)
                .toList();
        return new Offer(
                item.caseNumber(),
                item.kind(),
                items,
                papers.titles(rules.conferencePapers(item.purpose(), scope.items())));
    }

    private DisclosureScope scope(AgendaItem item, ConferenceAttendee member) {
        return member.body() == null || !member.isConfidential()
                ? disclosures.nothing()
                : disclosures.scope(item.caseNumber(), member.body(), today());
    }

    /** True on the days around the meeting on which its members can read its papers with their account. */
    boolean isReadable(Meeting meeting) {
        return !today().isBefore(meeting.heldOn().minusDays(days(DAYS_BEFORE, BEFORE_DEFAULT)))
                && !today().isAfter(meeting.heldOn().plusDays(days(DAYS_AFTER, AFTER_DEFAULT)));
    }

    private int days(String setting, int otherwise) {
        return settings.today(setting).map(Integer::parseInt).orElse(otherwise);
    }

    /** This account's place at the meeting; empty if it has none, was not there, or it is not the time. */
    @Transactional(readOnly = true)
    Optional<ConferenceAttendee> seat(Meeting meeting, String account) {
        return table.attendees(meeting.id()).stream()
                .filter(attendee -> account.equals(attendee.userId()))
                .filter(attendee -> !Boolean.FALSE.equals(attendee.isPresent()))
                .filter(attendee -> isReadable(meeting))
                .findFirst();
    }

    /** The paper for a member: printed and entered into the record of disclosures, or neither. */
    @Transactional
    byte[] hand(Meeting meeting, UUID attendee, String caseNumber, String paper, String user) {
        ConferenceAttendee member = table.attendees(meeting.id()).stream()
                .filter(one -> one.id().equals(attendee))
                .findFirst()
                .orElseThrow(() -> RefusedException.ofAct("この会議の出席者ではありません。"));
        AgendaItem item = meetings.agenda(meeting.id()).stream()
                .filter(one -> one.caseNumber().equals(caseNumber) && !one.isDropped())
                .filter(one -> !restricted.isRestricted(one.caseNumber()))
                .findFirst()
                .orElseThrow(() -> RefusedException.ofAct("このケースは、この会議の議題にありません。"));
        disclosures.hold(caseNumber);
        DisclosureScope scope = scope(item, member);
        if (!rules.conferencePapers(item.purpose(), scope.items()).contains(paper)) {
            throw RefusedException.ofAct("提供の同意の範囲外です。この資料は渡せません。");
        }
        Set<String> told = new LinkedHashSet<>();
        byte[] pdf = papers.print(paper, caseNumber, noting(scope.field(), told))
                .orElseThrow(() -> RefusedException.ofAct("この様式はありません。"));
        if (told.isEmpty()) {
            throw RefusedException.ofAct("この資料には、渡せる項目がありません。");
        }
        Member to = new Member(meeting.id(), member.body(), member.organization() + "　" + member.name());
        disclosures.disclose(Disclosure.ofConference(caseNumber, today(), to, told, paper, user));
        accessLog.record(user, caseNumber, "会議資料", paper);
        return pdf;
    }

    /** What the paper really showed is what stands in the record. */
    private Predicate<String> noting(Predicate<String> allowed, Set<String> told) {
        return field -> {
            boolean may = allowed.test(field);
            if (may) {
                rules.itemOf(field).ifPresent(told::add);
            }
            return may;
        };
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
