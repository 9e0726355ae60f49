package jp.tsunagu.casefile;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import jp.tsunagu.engine.Submission;
import org.hibernate.annotations.Immutable;

/**
 * 支援経過記録シート(第3号様式), one line: every contact has one (要領 第9条第4号). Facts are kept apart from opinion. Lines are
 * only added.
 */
@Entity
@Immutable
class ProgressRecord {

    @Id
    private UUID id;

    private UUID caseId;
    private UUID documentId;
    private LocalDate occurredOn;
    private String method;
    private String counterpart;
    private String facts;
    private String personsWords;
    private String opinion;
    private String nextStep;
    private LocalDate nextDate;
    private String step;
    private String recordedBy;
    private Instant recordedAt;

    protected ProgressRecord() {}

    static ProgressRecord of(UUID caseId, UUID document, JsonNode record, Submission submission, Instant now) {
        ProgressRecord line = new ProgressRecord();
        line.id = UUID.randomUUID();
        line.caseId = caseId;
        line.documentId = document;
        line.occurredOn = record.hasNonNull("contactDate")
                ? LocalDate.parse(record.path("contactDate").asText())
                : submission.actDate();
        line.method = record.path("method").asText();
        line.counterpart = record.path("counterpart").textValue();
        line.facts = record.path("facts").asText("");
        line.personsWords = record.path("personsWords").textValue();
        line.opinion = record.path("opinion").textValue();
        line.nextStep = record.path("nextStep").textValue();
        line.nextDate = record.hasNonNull("nextDate")
                ? LocalDate.parse(record.path("nextDate").asText())
                : null;
        line.step = submission.step();
        line.recordedBy = submission.user();
        line.recordedAt = now;
        return line;
    }

    LocalDate occurredOn() {
        return occurredOn;
    }

    LocalDate nextDate() {
        return nextDate;
    }

    ProgressLine line() {
        return new ProgressLine(
                occurredOn, method, counterpart, facts, personsWords, opinion, nextStep, nextDate, step, recordedBy);
    }
}
