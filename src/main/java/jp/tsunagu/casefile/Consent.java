package jp.tsunagu.casefile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;

/** The person's answer about sharing their data with related bodies (要領 第9条第2号): how far, when, how given, and its end. */
@Entity
class Consent {

    @Id
    private UUID id;

    private UUID caseId;
    private String answer;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private JsonNode scope;

    private LocalDate givenOn;
    private String manner;
    private String explainedBy;
    private LocalDate withdrawnOn;
    private boolean takenBack;
    private UUID replacedBy;

    protected Consent() {}

    static Consent given(
            UUID caseId, String answer, List<String> scope, LocalDate on, String manner, String explainedBy) {
        Consent consent = new Consent();
        consent.id = UUID.randomUUID();
        consent.caseId = caseId;
        consent.answer = answer;
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        scope.forEach(list::add);
        consent.scope = list;
        consent.givenOn = on;
        consent.manner = manner;
        consent.explainedBy = explainedBy;
        return consent;
    }

    void withdraw(LocalDate on) {
        withdrawnOn = on;
    }

    /** A later answer takes its place. */
    void replaced(Consent later, LocalDate on) {
        withdrawnOn = on;
        replacedBy = later.id;
    }

    /** The step that recorded it was taken back: it was never given, and the one before it stands as it did. */
    void takeBack() {
        takenBack = true;
    }

    void standAgain() {
        withdrawnOn = null;
        replacedBy = null;
    }

    UUID id() {
        return id;
    }

    ConsentState state() {
        List<String> bodies = new java.util.ArrayList<>();
        scope.forEach(body -> bodies.add(body.asText()));
        return new ConsentState(answer, bodies, givenOn, withdrawnOn);
    }
}
