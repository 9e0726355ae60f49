package jp.tsunagu.plan;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.time.LocalDate;
import java.util.UUID;
import jp.tsunagu.casefile.crypt.Place;
import jp.tsunagu.casefile.crypt.Sealed;

/** 差戻し (要領 第10条第3号): a reason that 主任 acknowledges, both re-checks, and how it ended. There is no other way out. */
@Entity
class Rejection {

    @Id
    private UUID id;

    @ManyToOne
    private PlanVersion planVersion;

    private int number;
    private String processInstanceId;
    private String category;
    private Sealed reason;
    private LocalDate rejectedOn;
    private String rejectedBy;
    private LocalDate acknowledgedOn;
    private String acknowledgedBy;
    private LocalDate metOn;
    private LocalDate personRecheckedOn;
    private LocalDate agenciesRecheckedOn;
    private String outcome;

    protected Rejection() {}

    static Rejection of(
            PlanVersion version,
            int number,
            String processInstanceId,
            String category,
            String reason,
            DecisionRecord by) {
        Rejection rejection = new Rejection();
        rejection.id = UUID.randomUUID();
        rejection.planVersion = version;
        rejection.number = number;
        rejection.processInstanceId = processInstanceId;
        rejection.category = category;
        rejection.reason = Sealed.of(Place.of("rejection.reason", rejection.id), reason);
        rejection.rejectedOn = by.decidedOn();
        rejection.rejectedBy = by.decidedBy();
        return rejection;
    }

    void acknowledged(LocalDate on, String by) {
        acknowledgedOn = on;
        acknowledgedBy = by;
    }

    void met(LocalDate on) {
        metOn = on;
    }

    void personRechecked(LocalDate on) {
        personRecheckedOn = on;
    }

    void agenciesRechecked(LocalDate on) {
        agenciesRecheckedOn = on;
    }

    void ended(String how) {
        outcome = how;
    }

    UUID id() {
        return id;
    }

    PlanVersion planVersion() {
        return planVersion;
    }

    int number() {
        return number;
    }

    LocalDate rejectedOn() {
        return rejectedOn;
    }

    boolean isAcknowledged() {
        return acknowledgedOn != null;
    }

    boolean isMet() {
        return metOn != null;
    }

    boolean isPersonRechecked() {
        return personRecheckedOn != null;
    }

    boolean areAgenciesRechecked() {
        return agenciesRecheckedOn != null;
    }
}
