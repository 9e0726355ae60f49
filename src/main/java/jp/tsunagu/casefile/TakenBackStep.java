package jp.tsunagu.casefile;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import jp.tsunagu.casefile.crypt.Place;
import jp.tsunagu.casefile.crypt.Sealed;
import org.hibernate.annotations.Immutable;

/** 訂正: a document that no longer counts, and why. The document itself stays as it is. */
@Entity
@Immutable
@Table(name = "step_taken_back")
class TakenBackStep {

    @Id
    private UUID documentId;

    private UUID caseId;
    private String step;
    private Sealed reason;
    private String takenBackBy;
    private Instant takenBackAt;
    private String told;
    private String reopenedTaskId;

    protected TakenBackStep() {}

    static TakenBackStep of(DoneStep done, UUID caseId, String reason, String by, Instant at, String reopenedTask) {
        TakenBackStep taken = new TakenBackStep();
        taken.documentId = done.document();
        taken.caseId = caseId;
        taken.step = done.step();
        taken.reason = Sealed.of(Place.of("step_taken_back.reason", done.document()), reason);
        taken.takenBackBy = by;
        taken.takenBackAt = at;
        taken.told = done.author();
        taken.reopenedTaskId = reopenedTask;
        return taken;
    }
}
