package jp.tsunagu.casefile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import jp.tsunagu.casefile.crypt.Place;
import jp.tsunagu.casefile.crypt.Sealed;
import jp.tsunagu.engine.CaseDocuments;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.annotations.NaturalId;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;

/**
 * One case. Its version counts the documents stored in it; acts on one case wait for each other by a row lock, so that the
 * version a form was opened on tells exactly what changed since.
 */
@Entity
class SupportCase {

    @Id
    private UUID id;

    @NaturalId
    private String caseNumber;

    private String municipality;

    @ManyToOne(fetch = FetchType.LAZY)
    private Person person;

    private String processInstanceId;
    private LocalDate receivedOn;

    @Enumerated(EnumType.STRING)
    private CaseStatus status;

    private LocalDate closedOn;
    private LocalDate nextDate;
    private LocalDate lastContactOn;
    private LocalDate waitingSince;

    private Sealed fields;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private JsonNode fieldChanges;

    private int version;

    protected SupportCase() {}

    static SupportCase open(String caseNumber, String municipality, Person person, LocalDate receivedOn) {
        SupportCase opened = new SupportCase();
        opened.id = UUID.randomUUID();
        opened.caseNumber = caseNumber;
        opened.municipality = municipality;
        opened.person = person;
        opened.receivedOn = receivedOn;
        opened.status = CaseStatus.OPEN;
        opened.hold(JsonNodeFactory.instance.objectNode());
        opened.fieldChanges = JsonNodeFactory.instance.objectNode();
        return opened;
    }

    /**
     * Takes the answers of a document over as the present state, and remembers for each field that really changed at
     * which version and by whom.
     */
    void take(ObjectNode answers, String user) {
        version++;
        // a new object each time, whose unchanged parts are the old ones: parts are never changed
        ObjectNode present = JsonNodeFactory.instance.objectNode().setAll((ObjectNode) present());
        ObjectNode changes = JsonNodeFactory.instance.objectNode().setAll((ObjectNode) fieldChanges);
        answers.fields().forEachRemaining(answer -> {
            JsonNode before = present.path(answer.getKey());
            boolean same = before.equals(answer.getValue())
                    || (before.isMissingNode() && answer.getValue().isNull());
            if (!same) {
                present.set(answer.getKey(), answer.getValue());
                changes.putObject(answer.getKey()).put("v", version).put("u", user);
            }
        });
        hold(present);
        fieldChanges = changes;
    }

    void startedAs(String instance) {
        processInstanceId = instance;
    }

    void contacted(LocalDate on) {
        if (lastContactOn == null || on.isAfter(lastContactOn)) {
            lastContactOn = on;
        }
    }

    /** After a correction: whatever was taken for the last contact may not have been one. */
    void lastContact(LocalDate on) {
        lastContactOn = on;
    }

    void next(LocalDate date) {
        nextDate = date;
    }

    boolean isNext(LocalDate date) {
        return date != null && date.equals(nextDate);
    }

    /** Under way, be it waiting: only then a next date is demanded. */
    boolean isOpen() {
        return status != CaseStatus.CLOSED;
    }

    /** A case that is over stays over, on the day it ended: whoever comes back is received as a new case. */
    void become(CaseStatus newStatus, LocalDate on) {
        if (status == CaseStatus.CLOSED) {
            return;
        }
        status = newStatus;
        closedOn = newStatus == CaseStatus.CLOSED ? on : null;
        boolean waits = newStatus == CaseStatus.WAITING || newStatus == CaseStatus.SUSPENDED;
        if (!waits) {
            waitingSince = null;
        } else if (waitingSince == null) {
            waitingSince = on;
        }
    }

    /** A step is taken back: the fields are what they would be without it; what changes by that is a change by whoever did. */
    void takeBack(ObjectNode former, String user) {
        version++;
        ObjectNode changes = JsonNodeFactory.instance.objectNode().setAll((ObjectNode) fieldChanges);
        Set<String> keys = new TreeSet<>();
        JsonNode present = present();
        present.fieldNames().forEachRemaining(keys::add);
        former.fieldNames().forEachRemaining(keys::add);
        keys.stream()
                .filter(key -> !present.path(key).equals(former.path(key)))
                .forEach(key -> changes.putObject(key).put("v", version).put("u", user));
        hold(former);
        fieldChanges = changes;
    }

    CaseState state() {
        return new CaseState(status, closedOn, nextDate, lastContactOn, waitingSince);
    }

    /** The state the case had before; the dates only if nobody has written of a contact since. */
    void restore(CaseState before, boolean dates) {
        status = before.status();
        closedOn = before.closedOn();
        waitingSince = before.waitingSince();
        if (dates) {
            nextDate = before.nextDate();
            lastContactOn = before.lastContactOn();
        }
    }

    CaseRef reference() {
        return new CaseRef(id, caseNumber, municipality, receivedOn, status, processInstanceId, nextDate, waitingSince);
    }

    CaseDocuments.Locked locked() {
        return new CaseDocuments.Locked(caseNumber, version);
    }

    /** What the forms hold now; parts of it are never changed. */
    private JsonNode present() {
        return fields.json(Place.of("support_case.fields", id));
    }

    private void hold(ObjectNode present) {
        fields = Sealed.of(Place.of("support_case.fields", id), present);
    }

    UUID id() {
        return id;
    }

    Person person() {
        return person;
    }

    String personsName() {
        return person.name();
    }

    ObjectNode fields() {
        return present().deepCopy();
    }

    ObjectNode fields(Set<String> keys) {
        ObjectNode some = JsonNodeFactory.instance.objectNode();
        present().fields().forEachRemaining(field -> {
            if (keys.contains(field.getKey())) {
                some.set(field.getKey(), field.getValue().deepCopy());
            }
        });
        return some;
    }

    JsonNode field(String key) {
        return present().path(key).deepCopy();
    }

    JsonNode fieldChanges() {
        return fieldChanges;
    }

    int version() {
        return version;
    }
}
