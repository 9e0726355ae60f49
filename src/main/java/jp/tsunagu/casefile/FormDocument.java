package jp.tsunagu.casefile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import jp.tsunagu.casefile.crypt.Place;
import jp.tsunagu.casefile.crypt.Sealed;
import org.hibernate.annotations.Immutable;

/** One form as it was sent: who, when, which version of the form, what. Never changed; a correction is a new version. */
@Entity
@Immutable
class FormDocument {

    @Id
    private UUID id;

    private UUID caseId;
    private String form;
    private int formVersion;
    private int version;
    private String step;
    private String taskId;
    private String processInstanceId;
    private String author;
    private LocalDate actDate;
    private Instant recordedAt;
    private int caseVersion;

    private Sealed data;

    protected FormDocument() {}

    StepRecord record() {
        return new StepRecord(step, version, author, actDate, recordedAt, answers());
    }

    private JsonNode answers() {
        return data.json(Place.of("form_document.data", id));
    }

    CaseDocument document() {
        ObjectNode answers = answers().deepCopy();
        answers.remove("record");
        return new CaseDocument(caseVersion, step, version, processInstanceId, author, actDate, recordedAt, answers);
    }
}
