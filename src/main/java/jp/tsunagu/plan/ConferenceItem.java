package jp.tsunagu.plan;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.time.LocalDate;
import java.util.UUID;

/** One case on the agenda of a meeting, and what came out of it. */
@Entity
class ConferenceItem {

    @Id
    private UUID id;

    @ManyToOne
    private Conference conference;

    private UUID caseId;
    private String purpose;
    private String contentHash;
    private String result;
    private LocalDate recordedOn;

    protected ConferenceItem() {}

    ConferenceItem(Conference conference, UUID caseId, String purpose) {
        this.id = UUID.randomUUID();
        this.conference = conference;
        this.caseId = caseId;
        this.purpose = purpose;
    }

    void concluded(String newResult, String newContentHash, LocalDate on) {
        result = newResult;
        contentHash = newContentHash;
        recordedOn = on;
    }

    LocalDate heldOn() {
        return conference.heldOn();
    }
}
