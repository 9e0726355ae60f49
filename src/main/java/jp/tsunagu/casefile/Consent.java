package jp.tsunagu.casefile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.util.ArrayList;
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

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private JsonNode items;

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
        consent.scope = list(scope);
        consent.givenOn = on;
        consent.manner = manner;
        consent.explainedBy = explainedBy;
        return consent;
    }

    /** Says what may be shared, where the person agreed to a part. */
    Consent about(List<String> what) {
        items = list(what);
        return this;
    }

    private static ArrayNode list(List<String> names) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        names.forEach(list::add);
        return list;
    }

    private static List<String> names(JsonNode list) {
        List<String> names = new ArrayList<>();
        list.forEach(name -> names.add(name.asText()));
        return names;
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
        boolean limited = items != null && !items.isNull();
        return new ConsentState(id, answer, names(scope), limited ? names(items) : null, givenOn, withdrawnOn);
    }
}
