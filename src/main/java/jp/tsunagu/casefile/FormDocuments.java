package jp.tsunagu.casefile;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface FormDocuments extends Repository<FormDocument, UUID> {

    /** A step that was taken back (訂正) was not done. */
    String STANDING = " and not exists (select 1 from TakenBackStep t where t.documentId = d.id) ";

    @Query("select d from FormDocument d where d.caseId = :caseId and d.step in :steps" + STANDING
            + "order by d.caseVersion desc")
    List<FormDocument> ofSteps(UUID caseId, Collection<String> steps);

    List<FormDocument> findByCaseIdOrderByCaseVersionAsc(UUID caseId);

    @Query("select new jp.tsunagu.casefile.StepAuthor(d.step, d.author, d.recordedAt) from FormDocument d "
            + "where d.caseId = :caseId and d.step in :steps" + STANDING + "order by d.caseVersion desc")
    List<StepAuthor> authorsOf(UUID caseId, Collection<String> steps);

    /** A case that is over stays over: nobody takes a step of it back (訂正), and what was kept for that is no longer needed. */
    @Modifying
    @Query(value = "delete from step_before where case_id = :caseId", nativeQuery = true)
    void forgetStatesBefore(UUID caseId);
}
