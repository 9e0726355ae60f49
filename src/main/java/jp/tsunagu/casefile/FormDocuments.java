package jp.tsunagu.casefile;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface FormDocuments extends Repository<FormDocument, UUID> {

    @Query("select d from FormDocument d where d.caseId = :caseId and d.step in :steps order by d.caseVersion desc")
    List<FormDocument> ofSteps(UUID caseId, Collection<String> steps);

    List<FormDocument> findByCaseIdOrderByCaseVersionAsc(UUID caseId);

    @Query("select new jp.tsunagu.casefile.StepAuthor(d.step, d.author, d.recordedAt) from FormDocument d "
            + "where d.caseId = :caseId and d.step in :steps order by d.caseVersion desc")
    List<StepAuthor> authorsOf(UUID caseId, Collection<String> steps);
}
