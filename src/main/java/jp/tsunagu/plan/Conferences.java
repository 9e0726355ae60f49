package jp.tsunagu.plan;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagu.casefile.CaseRef;
import jp.tsunagu.casefile.Cases;
import jp.tsunagu.engine.Submission;
import org.springframework.stereotype.Component;

/** Puts cases on the agenda of a dated meeting; it never makes a meeting per case. */
@Component
class Conferences {

    static final String NEW = "new";

    /** A meeting may be entered after it was held: entry later than the act is normal. */
    private static final int DAYS_BACK = 14;

    private final ConferenceTable table;
    private final Cases cases;
    private final EntityManager database;
    private final Clock clock;

    Conferences(ConferenceTable table, Cases cases, EntityManager database, Clock clock) {
        this.table = table;
        this.cases = cases;
        this.database = database;
        this.clock = clock;
    }

    List<Conference> upcoming(String municipality) {
        LocalDate from = LocalDate.now(clock).minusDays(DAYS_BACK);
        return table.findByMunicipalityAndHeldOnGreaterThanEqualOrderByHeldOnAscStartsAtAsc(municipality, from);
    }

    /** Puts the case of a convening form on the chosen meeting; a meeting that is already there is not made twice. */
    Conference putOnAgenda(Submission submission, String purpose) {
        CaseRef supportCase = cases.find(submission.caseNumber());
        String choice = submission.text("conferenceChoice").orElseThrow();
        Conference conference = choice.equals(NEW)
                ? sameOrNew(submission, supportCase.municipality())
                : table.findById(UUID.fromString(choice)).orElseThrow();
        database.persist(
                new ConferenceItem(conference, supportCase.id(), purpose, table.nextPosition(conference.id())));
        database.flush();
        return conference;
    }

    private Conference sameOrNew(Submission submission, String municipality) {
        LocalDate day = submission.date("newConferenceDate").orElseThrow();
        String time = submission.text("newConferenceTime").orElse(null);
        String format = submission.text("newConferenceFormat").orElseThrow();
        table.oneAtATime(day.toString());
        return table.same(municipality, day, format, time == null ? "" : time).orElseGet(() -> {
            String place = submission.text("newConferencePlace").orElse(null);
            Conference made = Conference.of(municipality, day, time, place, format, submission.user());
            database.persist(made);
            return made;
        });
    }

    void conclude(Submission submission, String purpose, String result, String contentHash) {
        UUID caseId = cases.find(submission.caseNumber()).id();
        table.open(caseId, purpose).stream().findFirst().ifPresent(item -> {
            item.concluded(result, contentHash, submission.actDate());
            takeAttendees(item.conference(), submission);
        });
        database.flush();
    }

    /** True if the day of the meeting that the case is on the agenda of has come. */
    boolean hasMet(String caseNumber, String purpose) {
        LocalDate today = LocalDate.now(clock);
        return table.open(cases.find(caseNumber).id(), purpose).stream()
                .anyMatch(item -> !item.heldOn().isAfter(today));
    }

    /** The convening was taken back before the meeting: the case is no longer on its agenda; the meeting stays for others. */
    void takeOffAgenda(String caseNumber, String purpose) {
        table.open(cases.find(caseNumber).id(), purpose).stream().findFirst().ifPresent(database::remove);
        database.flush();
    }

    /** Who sat there is typed once: where the meeting's page has nobody yet, with its first case. */
    private void takeAttendees(Conference conference, Submission submission) {
        if (table.attendees(conference.id()).isEmpty()) {
            submission.rows("attendees").forEach(row -> database.persist(ConferenceAttendee.present(conference, row)));
        }
    }

    /** The meeting on whose agenda the case waits for this purpose. */
    Optional<Conference> awaiting(String caseNumber, String purpose) {
        return table.open(cases.find(caseNumber).id(), purpose).stream()
                .findFirst()
                .map(ConferenceItem::conference);
    }

    List<ConferenceAttendee> attendees(Conference conference) {
        return table.attendees(conference.id());
    }

    /** True if the meeting has given this plan back twice or more and not approved it since. */
    boolean returnedTwice(String caseNumber) {
        return table.planResults(cases.find(caseNumber).id()).stream()
                        .takeWhile("returned"::equals)
                        .count()
                > 1;
    }
}
