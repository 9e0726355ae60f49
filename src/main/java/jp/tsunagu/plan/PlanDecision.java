package jp.tsunagu.plan;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/**
 * The ward's one act on a plan: プラン決定 and, where it contains such services, 支援決定 on the same date (要領 第10条第2号). A
 * version can be decided once only.
 */
@Entity
@Immutable
class PlanDecision {

    @Id
    private UUID id;

    @ManyToOne
    private PlanVersion planVersion;

    private String contentHash;
    private String decisionType;
    private LocalDate decidedOn;
    private String decidedBy;
    private String deputyFor;
    private String documentNumber;
    private String recordedBy;
    private Instant recordedAt;

    protected PlanDecision() {}

    static PlanDecision of(PlanVersion version, DecisionType type, DecisionRecord record, Instant now) {
        PlanDecision decision = new PlanDecision();
        decision.id = UUID.randomUUID();
        decision.planVersion = version;
        decision.contentHash = version.hash();
        decision.decisionType = type.code();
        decision.decidedOn = record.decidedOn();
        decision.decidedBy = record.decidedBy();
        decision.deputyFor = record.deputyFor();
        decision.documentNumber = record.documentNumber();
        decision.recordedBy = record.recordedBy();
        decision.recordedAt = now;
        return decision;
    }

    UUID id() {
        return id;
    }

    PlanVersion planVersion() {
        return planVersion;
    }

    DecisionType decisionType() {
        return DecisionType.of(decisionType);
    }

    LocalDate decidedOn() {
        return decidedOn;
    }

    String decidedBy() {
        return decidedBy;
    }

    String documentNumber() {
        return documentNumber;
    }
}
