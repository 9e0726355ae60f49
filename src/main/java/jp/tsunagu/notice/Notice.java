package jp.tsunagu.notice;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;

/** One notice in the outbox. Its cause makes it unique: one decision, one 第6号様式, whatever is repeated. */
@Entity
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
    private String cause;

    @Enumerated(EnumType.STRING)
    private State state;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private JsonNode content;

    private Instant createdAt;
    private LocalDate sentOn;
    private String sentBy;

    protected Notice() {}

    static Notice of(UUID caseId, NoticeKind kind, Receiver to, String cause, JsonNode content, Instant now) {
        Notice notice = new Notice();
        notice.id = UUID.randomUUID();
        notice.caseId = caseId;
        notice.kind = kind;
        notice.receiverRole = to.role();
        notice.receiver = to.name();
        notice.cause = cause;
        notice.state = State.UNSENT;
        notice.content = content;
        notice.createdAt = now;
        return notice;
    }

    void sent(LocalDate on, String by) {
        state = State.SENT;
        sentOn = on;
        sentBy = by;
    }
}
