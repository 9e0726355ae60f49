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
    private int position;
    private String startsAt;
    private LocalDate droppedOn;
    private String droppedFor;

    protected ConferenceItem() {}

    ConferenceItem(Conference conference, UUID caseId, String purpose, int position) {
        this.id = UUID.randomUUID();
        this.conference = conference;
        this.caseId = caseId;
        this.purpose = purpose;
        this.position = position;
    }

    void concluded(String newResult, String newContentHash, LocalDate on) {
        result = newResult;
        contentHash = newContentHash;
        recordedOn = on;
        restored();
    }

    /** Off the agenda: what was asked of the meeting is no longer asked. */
    void dropped(String reason, LocalDate on) {
        droppedOn = on;
        droppedFor = reason;
    }

    /** On the agenda again. */
    void restored() {
        droppedOn = null;
        droppedFor = null;
    }

    void movedTo(Conference other, int newPosition) {
        conference = other;
        position = newPosition;
        startsAt = null;
    }

    void arranged(int newPosition, String time) {
        position = newPosition;
        startsAt = time;
    }

    boolean isDropped() {
        return droppedOn != null;
    }

    boolean isConcluded() {
        return result != null;
    }

    Conference conference() {
        return conference;
    }

    String purpose() {
        return purpose;
    }

    UUID caseId() {
        return caseId;
    }

    LocalDate heldOn() {
        return conference.heldOn();
    }
}
