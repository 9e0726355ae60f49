package jp.tsunagu.plan;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.util.UUID;

/** Somebody who is asked to a meeting, and whether they came. */
@Entity
class ConferenceAttendee {

    @Id
    private UUID id;

    @ManyToOne
    private Conference conference;

    private String kind;
    private String body;
    private String organization;
    private String name;
    private String userId;
    private boolean confidentiality;
    private Boolean present;

    protected ConferenceAttendee() {}

    /**
     * Somebody to be asked.
     *
     * @param body the kind of body they belong to; null for people of the centre and the ward, and for the person
     * @param userId their account; null if they have none
     */
    record Invitation(
            String kind, String body, String organization, String name, String userId, boolean confidentiality) {}

    static ConferenceAttendee asked(Conference conference, Invitation invitation) {
        ConferenceAttendee asked = new ConferenceAttendee();
        asked.id = UUID.randomUUID();
        asked.conference = conference;
        asked.kind = invitation.kind();
        asked.body = invitation.body();
        asked.organization = invitation.organization();
        asked.name = invitation.name();
        asked.userId = invitation.userId();
        asked.confidentiality = invitation.confidentiality();
        return asked;
    }

    /** Somebody who was there, as the record of a case says; which body it was nobody asked, so that no paper goes there. */
    static ConferenceAttendee present(Conference conference, JsonNode row) {
        ConferenceAttendee there = asked(
                conference,
                new Invitation(
                        row.path("kind").asText(),
                        null,
                        row.path("organization").asText(),
                        row.path("attendeeName").asText(),
                        null,
                        row.path("confidentiality").asBoolean()));
        there.present = true;
        return there;
    }

    void came(Boolean didCome) {
        present = didCome;
    }

    void promised() {
        confidentiality = true;
    }

    UUID id() {
        return id;
    }

    String kind() {
        return kind;
    }

    String body() {
        return body;
    }

    String organization() {
        return organization;
    }

    String name() {
        return name;
    }

    String userId() {
        return userId;
    }

    boolean isConfidential() {
        return confidentiality;
    }

    /** Null until it is known. */
    Boolean isPresent() {
        return present;
    }
}
