package jp.tsunagu.plan;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** That exactly this content was agreed to, approved or submitted, when, and who recorded it. Rows are only added. */
@Entity
@Immutable
class PlanAct {

    /** What can be done with a version. */
    enum Kind {
        /** 本人の同意 (要領 第9条第6号). */
        AGREED,
        /** 支援調整会議の承認. */
        APPROVED,
        /** 区への提出. */
        SUBMITTED
    }

    @Id
    private UUID id;

    @ManyToOne
    private PlanVersion planVersion;

    @Enumerated(EnumType.STRING)
    private Kind act;

    private String contentHash;
    private LocalDate actedOn;
    private String manner;
    private String recordedBy;
    private Instant recordedAt;

    protected PlanAct() {}

    static PlanAct of(Kind kind, PlanVersion version, LocalDate on, String manner, String recordedBy, Instant now) {
        PlanAct act = new PlanAct();
        act.id = UUID.randomUUID();
        act.planVersion = version;
        act.act = kind;
        act.contentHash = version.hash();
        act.actedOn = on;
        act.manner = manner;
        act.recordedBy = recordedBy;
        act.recordedAt = now;
        return act;
    }

    LocalDate actedOn() {
        return actedOn;
    }

    String hash() {
        return contentHash;
    }
}
