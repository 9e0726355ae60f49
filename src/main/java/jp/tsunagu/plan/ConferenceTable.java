package jp.tsunagu.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ConferenceTable extends Repository<Conference, UUID> {

    Optional<Conference> findById(UUID id);

    List<Conference> findByMunicipalityAndHeldOnGreaterThanEqualOrderByHeldOnAscStartsAtAsc(
            String municipality, LocalDate from);

    @Query("select c from Conference c where c.municipality = :municipality and c.heldOn = :heldOn "
            + "and c.format = :format and coalesce(c.startsAt, '') = :startsAt")
    Optional<Conference> same(String municipality, LocalDate heldOn, String format, String startsAt);

    /** Whoever convenes on a day waits here for who convenes on it at the same moment: two get one meeting. */
    @Query(
            value = "select 1 from (select pg_advisory_xact_lock(hashtext('conference ' || :day))) locked",
            nativeQuery = true)
    int oneAtATime(String day);

    @Query("select i from ConferenceItem i where i.caseId = :caseId and i.purpose = :purpose and i.result is null "
            + "order by i.conference.heldOn desc")
    List<ConferenceItem> open(UUID caseId, String purpose);

    @Query(
            "select i from ConferenceItem i where i.caseId = :caseId and i.result is null order by i.conference.heldOn desc")
    List<ConferenceItem> open(UUID caseId);

    @Query("select i from ConferenceItem i where i.conference.id = :conference order by i.position, i.id")
    List<ConferenceItem> agenda(UUID conference);

    @Query("select coalesce(max(i.position), 0) + 1 from ConferenceItem i where i.conference.id = :conference")
    int nextPosition(UUID conference);

    @Query("select i from ConferenceItem i where i.id = :id")
    Optional<ConferenceItem> item(UUID id);

    @Query("select a from ConferenceAttendee a where a.conference.id = :conference order by a.kind, a.name, a.id")
    List<ConferenceAttendee> attendees(UUID conference);

    /** How often in a row the meeting gave the plan back, the latest answer first. */
    @Query(
            "select i.result from ConferenceItem i where i.caseId = :caseId and i.purpose = 'plan' and i.result is not null "
                    + "order by i.recordedOn desc, i.conference.heldOn desc")
    List<String> planResults(UUID caseId);
}
