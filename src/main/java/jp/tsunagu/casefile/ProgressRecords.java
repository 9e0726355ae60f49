package jp.tsunagu.casefile;

import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface ProgressRecords extends Repository<ProgressRecord, UUID> {

    ProgressRecord save(ProgressRecord line);

    List<ProgressRecord> findByCaseIdOrderByOccurredOnAscRecordedAtAsc(UUID caseId);
}
