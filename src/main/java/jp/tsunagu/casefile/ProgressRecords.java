package jp.tsunagu.casefile;

import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface ProgressRecords extends Repository<ProgressRecord, UUID> {

    List<ProgressRecord> findByCaseIdOrderByOccurredOnAscRecordedAtAsc(UUID caseId);
}
