package jp.tsunagu.notice;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;
import jp.tsunagu.casefile.crypt.Place;
import jp.tsunagu.casefile.crypt.Sealed;
import jp.tsunagu.work.LetterTargets.Days;
import org.hibernate.annotations.DynamicUpdate;

/** One notice in the outbox. Its cause makes it unique: one decision, one 第6号様式, whatever is repeated. */
@Entity
@DynamicUpdate
class Notice {

    /** 未送付, 送付済, 返戻. */
    enum State {
        UNSENT,
        SENT,
        RETURNED
    }

    @Id
    private UUID id;

    private UUID caseId;

    @Enumerated(EnumType.STRING)
    private NoticeKind kind;

    private String receiverRole;
    private String receiver;
    private String receiverAccount;
    private String cause;

    @Enumerated(EnumType.STRING)
    private State state;

    private Sealed content;

    private Instant createdAt;
    private LocalDate sentOn;
    private String sentBy;
    private String manner;
    private LocalDate remindOn;
    private LocalDate dueOn;
    private Instant remindedAt;
    private Instant escalatedAt;
    private String takenBy;

    protected Notice() {}

    static Notice of(UUID caseId, NoticeKind kind, Receiver to, String cause, JsonNode content, Instant now) {
        Notice notice = new Notice();
        notice.id = UUID.randomUUID();
        notice.caseId = caseId;
        notice.kind = kind;
        notice.receiverRole = to.role();
        notice.receiver = to.name();
        notice.receiverAccount = to.account();
        notice.cause = cause;
        notice.state = State.UNSENT;
        notice.content = Sealed.of(Place.of("notice.content", notice.id), content);
        notice.createdAt = now;
        return notice;
    }

    /** Until when it goes out; whoever is late is told anew. */
    void due(Days days) {
        remindOn = days.remindOn();
        dueOn = days.dueOn();
        remindedAt = null;
        escalatedAt = null;
    }

    /** How is null for what staff read. */
    void sent(LocalDate on, String by, String how) {
        state = State.SENT;
        sentOn = on;
        sentBy = by;
        manner = how;
        takenBy = null;
    }

    /** It came back: whoever notes that has it in hand until it has gone out again. */
    void returned(String by) {
        state = State.RETURNED;
        takenBy = by;
    }

    void taken(String by) {
        takenBy = by;
    }

    void reminded(Instant at) {
        remindedAt = at;
    }

    void escalated(Instant at) {
        escalatedAt = at;
    }

    UUID id() {
        return id;
    }

    UUID caseId() {
        return caseId;
    }

    NoticeKind kind() {
        return kind;
    }

    State state() {
        return state;
    }

    boolean isToPerson() {
        return receiverRole == null && Receiver.PERSON.name().equals(receiver);
    }

    /** Whether those of its role hear of it who must not know of its case (EV8). */
    boolean passesNames() {
        return receiverRole != null && kind.passesNames(receiverRole);
    }

    /** Whether it was written to this person, or to all of one of their roles. */
    boolean isTo(String user, Set<String> roles) {
        return receiverRole != null
                && roles.contains(receiverRole)
                && (receiverAccount == null || receiverAccount.equals(user));
    }

    LocalDate sentOn() {
        return sentOn;
    }

    String sentBy() {
        return sentBy;
    }

    String takenBy() {
        return takenBy;
    }

    LocalDate dueOn() {
        return dueOn;
    }

    /** As exactly as the engine notes when a task began. */
    Instant writtenAt() {
        return createdAt.truncatedTo(ChronoUnit.MILLIS);
    }
}
