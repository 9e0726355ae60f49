package jp.tsunagu.casefile;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface Consents extends Repository<Consent, UUID> {

    Consent save(Consent consent);

    @Query("select c from Consent c where c.caseId = :caseId and c.withdrawnOn is null and not c.takenBack")
    Optional<Consent> standing(UUID caseId);

    /** The consent that stands, else the last one that did; empty if the person was never asked. */
    default Optional<Consent> latest(UUID caseId) {
        return standing(caseId).or(() -> findFirstByCaseIdAndTakenBackFalseOrderByGivenOnDesc(caseId));
    }

    Optional<Consent> findByReplacedBy(UUID later);

    Optional<Consent> findFirstByCaseIdAndTakenBackFalseOrderByGivenOnDesc(UUID caseId);
}
