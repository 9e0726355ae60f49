package jp.tsunagu.casefile;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/** Who has a case in which role, and since when; the history stays. */
@Entity
class CaseWorker {

    @Id
    private UUID id;

    private UUID caseId;
    private String role;
    private String userId;
    private Instant since;
    private Instant until;

    protected CaseWorker() {}

    CaseWorker(UUID caseId, String role, String userId, Instant since) {
        this.id = UUID.randomUUID();
        this.caseId = caseId;
        this.role = role;
        this.userId = userId;
        this.since = since;
    }

    void endedAt(Instant at) {
        until = at;
    }

    String role() {
        return role;
    }

    String userId() {
        return userId;
    }
}
