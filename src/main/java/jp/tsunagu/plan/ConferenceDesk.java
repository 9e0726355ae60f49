package jp.tsunagu.plan;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import jp.tsunagu.access.AccessLog;
import jp.tsunagu.calendar.Wareki;
import jp.tsunagu.casefile.CaseRef;
import jp.tsunagu.casefile.Cases;
import jp.tsunagu.engine.CaseInstances;
import jp.tsunagu.engine.RefusedException;
import jp.tsunagu.plan.ConferenceAttendee.Invitation;
import jp.tsunagu.work.MovedTargets;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What 主任 does with a meeting before and while it is held: its day, its agenda, who is asked and who came. */
@Component
class ConferenceDesk {

    private static final Pattern TIME = Pattern.compile("([01]?\\d|2[0-3]):[0-5]\\d");

    private static final String AGENDA = "会議の議題";

    private final ConferenceTable table;
    private final ConferenceNotes notes;
    private final Cases cases;
    private final CaseInstances instances;
    private final MovedTargets targets;
    private final EntityManager database;
    private final AccessLog log;

    ConferenceDesk(
            ConferenceTable table,
            ConferenceNotes notes,
            Cases cases,
            CaseInstances instances,
            MovedTargets targets,
            EntityManager database,
            AccessLog log) {
        this.table = table;
        this.notes = notes;
        this.cases = cases;
        this.instances = instances;
        this.targets = targets;
        this.database = database;
        this.log = log;
    }

    /** When and where a meeting is held. */
    record Appointment(LocalDate on, String time, String place) {

        Appointment {
            if (on == null) {
                throw RefusedException.ofAct("会議の日を入力してください。");
            }
            if (time != null && !TIME.matcher(time).matches()) {
                throw RefusedException.ofAct("開始時刻は 14:00 の形で入力してください。");
            }
        }
    }

    @Transactional
    UUID create(String municipality, Appointment when, String format, String user) {
        table.oneAtATime(when.on().toString());
        free(municipality, when, format, null);
        Conference made = Conference.of(municipality, when.on(), when.time(), when.place(), format, user);
        database.persist(made);
        return made.id();
    }

    /** All its cases go along: what each of them is due is counted from the new day. */
    @Transactional
    void postpone(UUID meeting, Appointment when, String user) {
        Conference conference = conference(meeting);
        boolean recorded = table.agenda(meeting).stream().anyMatch(ConferenceItem::isConcluded);
        if (recorded) {
            throw RefusedException.ofAct("結果を記録した会議の日は変えられません。残りのケースを、別の会議へ移してください。");
        }
        table.oneAtATime(when.on().toString());
        free(conference.municipality(), when, conference.format(), meeting);
        LocalDate before = conference.heldOn();
        conference.heldInstead(when.on(), when.time(), when.place());
        List<ConferenceItem> postponed =
                table.agenda(meeting).stream().filter(item -> !item.isDropped()).toList();
        postponed.forEach(item -> moveDay(item, before, when.on()));
        log.recordEach(
                user,
                postponed.stream().map(item -> cases.of(item.caseId()).number()).toList(),
                AGENDA,
                null);
        notes.add(meeting, "会議の日を変えました（" + Wareki.format(before) + " → " + Wareki.format(when.on()) + "）。", user);
        database.flush();
    }

    private void free(String municipality, Appointment when, String format, UUID own) {
        Optional<Conference> same = table.same(municipality, when.on(), format, when.time() == null ? "" : when.time());
        if (same.filter(other -> !other.id().equals(own)).isPresent()) {
            throw RefusedException.ofAct("その日時には、同じ種類の会議がもうあります。ケースをその会議へ移してください。");
        }
    }

    @Transactional
    void moveCase(UUID meeting, UUID item, UUID to, String user) {
        ConferenceItem moved = open(meeting, item);
        Conference other = conference(to);
        if (other.id().equals(meeting)
                || !other.municipality().equals(moved.conference().municipality())) {
            throw RefusedException.ofAct("移す先の会議を選んでください。");
        }
        LocalDate before = moved.conference().heldOn();
        Conference left = moved.conference();
        moved.movedTo(other, table.nextPosition(to));
        moveDay(moved, before, other.heldOn());
        String number = cases.of(moved.caseId()).number();
        notes.add(left.id(), number + " を " + other.label() + " へ移しました。", user);
        notes.add(other.id(), number + " を " + left.label() + " から受け入れました。", user);
        log.record(user, number, AGENDA, null);
        database.flush();
    }

    private void moveDay(ConferenceItem item, LocalDate before, LocalDate after) {
        CaseRef of = cases.of(item.caseId());
        instances.setDay(of.processInstanceId(), "conferenceDate", after);
        String step =
                item.purpose().equals(ConveneStep.EVALUATION) ? "recordEvaluationConference" : "recordPlanConference";
        targets.move(of.number(), step, before, after);
    }

    /** The order of the cases, and from when each is talked about. */
    @Transactional
    void arrange(UUID meeting, UUID item, int position, String time) {
        if (time != null && !TIME.matcher(time).matches()) {
            throw RefusedException.ofAct("時刻は 14:00 の形で入力してください。");
        }
        open(meeting, item).arranged(position, time);
        database.flush();
    }

    @Transactional
    void invite(UUID meeting, Invitation invitation) {
        database.persist(ConferenceAttendee.asked(conference(meeting), invitation));
        database.flush();
    }

    /** Takes somebody off the list who was not there yet. */
    @Transactional
    void uninvite(UUID meeting, UUID attendee) {
        table.attendees(meeting).stream()
                .filter(one -> one.id().equals(attendee) && !Boolean.TRUE.equals(one.isPresent()))
                .forEach(database::remove);
        database.flush();
    }

    /** Who came. Whoever came has promised to keep it to themselves. */
    @Transactional
    void came(UUID meeting, Map<UUID, Boolean> present) {
        table.attendees(meeting).stream()
                .filter(attendee -> present.containsKey(attendee.id()))
                .forEach(attendee -> {
                    attendee.came(present.get(attendee.id()));
                    if (Boolean.TRUE.equals(present.get(attendee.id()))) {
                        attendee.promised();
                    }
                });
        database.flush();
    }

    private ConferenceItem open(UUID meeting, UUID item) {
        return table.item(item)
                .filter(found -> found.conference().id().equals(meeting))
                .filter(found -> !found.isConcluded() && !found.isDropped())
                .orElseThrow(() -> RefusedException.ofAct("このケースは、もうこの会議の議題にありません。画面を開き直してください。"));
    }

    private Conference conference(UUID meeting) {
        return table.findById(meeting).orElseThrow(() -> RefusedException.ofAct("会議が見つかりません。"));
    }
}
