package jp.tsunagu.casefile;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ProgressRecords extends Repository<ProgressRecord, UUID> {

    /** Without the lines of forms that were taken back (訂正): they are written again with the form. */
    @Query("select p from ProgressRecord p where p.caseId = :caseId and (p.documentId is null "
            + "or not exists (select 1 from TakenBackStep t where t.documentId = p.documentId)) "
            + "order by p.occurredOn, p.recordedAt")
    List<ProgressRecord> ofCase(UUID caseId);

    Optional<ProgressRecord> findByIdAndCaseId(UUID id, UUID caseId);

    Optional<ProgressRecord> findByCorrects(UUID id);

    Optional<ProgressRecord> findByCaseIdAndActKey(UUID caseId, String actKey);
}
