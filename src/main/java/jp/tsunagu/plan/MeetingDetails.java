package jp.tsunagu.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagu.access.Roles;
import jp.tsunagu.casefile.Responsibility;
import jp.tsunagu.disclosure.DisclosureTable;
import jp.tsunagu.engine.Members;
import jp.tsunagu.engine.ProcedureSets;
import jp.tsunagu.plan.ConferencePapers.Offer;
import jp.tsunagu.plan.MeetingBook.AgendaItem;
import jp.tsunagu.plan.MeetingBook.Meeting;
import jp.tsunagu.plan.Quorum.Required;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;

/** All that the page of one meeting shows to the centre and the ward. */
@Component
class MeetingDetails {

    /** As in the forms 会議の結果を記録する. */
    private static final Map<String, String> KINDS = new LinkedHashMap<>();

    static {
        KINDS.put("chief", "主任相談支援員");
        KINDS.put("consultationSupporter", "相談支援員");
        KINDS.put("employmentSupporter", "就労支援員");
        KINDS.put("wardOfficer", "区の担当者");
        KINDS.put("provider", "支援を提供する機関");
        KINDS.put("outside", "センター以外の機関・専門家");
        KINDS.put("person", "本人・家族");
    }

    private final MeetingBook meetings;
    private final ConferenceTable table;
    private final ConferenceNotes notes;
    private final ConferencePapers papers;
    private final Quorum quorum;
    private final Plans plans;
    private final DisclosureTable rules;
    private final ProcedureSets sets;
    private final People people;

    MeetingDetails(
            MeetingBook meetings,
            ConferenceTable table,
            ConferenceNotes notes,
            ConferencePapers papers,
            Quorum quorum,
            Plans plans,
            DisclosureTable rules,
            ProcedureSets sets,
            People people) {
        this.meetings = meetings;
        this.table = table;
        this.notes = notes;
        this.papers = papers;
        this.quorum = quorum;
        this.plans = plans;
        this.rules = rules;
        this.sets = sets;
        this.people = people;
    }

    /** Names of staff. */
    @Component
    static class People {

        private final Members members;
        private final Responsibility responsibility;

        People(Members members, Responsibility responsibility) {
            this.members = members;
            this.responsibility = responsibility;
        }

        String workerOf(String caseNumber) {
            return responsibility
                    .of(caseNumber, Roles.CONSULTATION_SUPPORTER)
                    .map(members::nameOf)
                    .orElse("");
        }

        String name(String user) {
            return members.nameOf(user);
        }

        Map<String, String> conferenceMembers() {
            Map<String, String> names = new LinkedHashMap<>();
            members.membersOf(Roles.CONFERENCE_MEMBER).forEach(user -> names.put(user, members.nameOf(user)));
            return names;
        }
    }

    /** A line of the agenda with who has the case. */
    record Line(AgendaItem item, String worker) {}

    /** Somebody who has to come, why, and whether they stand on the list or were there. */
    record Need(String name, String reason, boolean asked, boolean came) {}

    /** Somebody on the list. */
    record Guest(ConferenceAttendee who, String kind, String body, List<Offer> offers) {

        public String id() {
            return who.id().toString();
        }

        public String organization() {
            return who.organization();
        }

        public String name() {
            return who.name();
        }

        public Boolean present() {
            return who.isPresent();
        }

        public boolean confidential() {
            return who.isConfidential();
        }

        public boolean account() {
            return who.userId() != null;
        }

        public boolean outside() {
            return body != null;
        }
    }

    @Transactional(readOnly = true)
    void show(Meeting meeting, String user, boolean chief, Model model) {
        List<AgendaItem> agenda = papers.agenda(meeting, user);
        List<ConferenceAttendee> attendees = table.attendees(meeting.id());
        model.addAttribute("chief", chief);
        model.addAttribute("convenedBy", people.name(meeting.convenedBy()));
        model.addAttribute(
                "agenda",
                agenda.stream()
                        .filter(item -> !item.isDropped())
                        .map(this::line)
                        .toList());
        model.addAttribute("needs", needs(meeting, agenda, attendees));
        model.addAttribute(
                "guests", attendees.stream().map(one -> guest(meeting, one)).toList());
        model.addAttribute(
                "notes",
                notes.of(meeting.id()).stream()
                        .filter(note -> papers.mayKnow(user, note.text()))
                        .map(note -> Map.of("text", note.text(), "by", people.name(note.by())))
                        .toList());
        model.addAttribute("others", others(meeting, user));
        model.addAttribute("kinds", KINDS);
        model.addAttribute("bodies", bodies());
        model.addAttribute("accounts", chief ? people.conferenceMembers() : Map.of());
        model.addAttribute("recorded", agenda.stream().anyMatch(item -> item.result() != null));
    }

    private Line line(AgendaItem item) {
        return new Line(item, people.workerOf(item.caseNumber()));
    }

    private Guest guest(Meeting meeting, ConferenceAttendee one) {
        String body = one.body() == null ? null : rules.label(one.body());
        return new Guest(
                one,
                KINDS.getOrDefault(one.kind(), one.kind()),
                body,
                body == null ? List.of() : papers.offers(meeting, one));
    }

    /** Over all plans on the agenda: whoever one of them needs has to come. */
    private List<Need> needs(Meeting meeting, List<AgendaItem> agenda, List<ConferenceAttendee> attendees) {
        Map<String, String> reasons = new LinkedHashMap<>();
        agenda.stream()
                .filter(item -> !item.isDropped() && item.purpose().equals(ConveneStep.PLAN))
                .flatMap(item ->
                        quorum.reasons(sets.current(), plans.draft(item.caseNumber()), meeting.heldOn()).stream())
                .forEach(required -> reasons.putIfAbsent(required.kind(), reason(required)));
        List<Need> needs = new ArrayList<>();
        Set<String> asked = attendees.stream().map(ConferenceAttendee::kind).collect(Collectors.toSet());
        Set<String> came = attendees.stream()
                .filter(one -> Boolean.TRUE.equals(one.isPresent()))
                .map(ConferenceAttendee::kind)
                .collect(Collectors.toSet());
        reasons.forEach((kind, reason) ->
                needs.add(new Need(Quorum.name(kind), reason, asked.contains(kind), came.contains(kind))));
        return needs;
    }

    private static String reason(Required required) {
        return Optional.ofNullable(required.reason()).orElse("");
    }

    private List<Meeting> others(Meeting meeting, String user) {
        return meetings.upcoming(user, meeting.municipality()).stream()
                .filter(other -> !other.id().equals(meeting.id()))
                .toList();
    }

    private Map<String, String> bodies() {
        Map<String, String> labels = new LinkedHashMap<>();
        rules.bodies().forEach(body -> labels.put(body, rules.label(body)));
        return labels;
    }
}
