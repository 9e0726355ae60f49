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

    @Query("select i from ConferenceItem i where i.caseId = :caseId and i.purpose = :purpose and i.result is null "
            + "order by i.conference.heldOn desc")
    List<ConferenceItem> open(UUID caseId, String purpose);
}
