package jp.tsunagu.casefile;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface CaseWorkers extends Repository<CaseWorker, UUID> {

    @Query("select w from CaseWorker w, SupportCase c "
            + "where c.id = w.caseId and c.caseNumber = :caseNumber and w.until is null")
    List<CaseWorker> present(String caseNumber);

    @Query("select distinct c.caseNumber from CaseWorker w, SupportCase c "
            + "where c.id = w.caseId and w.userId = :userId and w.until is null and c.caseNumber in :numbers")
    List<String> ownAmong(String userId, List<String> numbers);
}
