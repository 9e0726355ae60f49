package jp.tsunagu.plan;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** 支援決定 of one service, part of the one act on its plan (要領 第9条第8号). */
@Entity
@Immutable
class SupportDecision {

    @Id
    private UUID id;

    @ManyToOne
    private PlanDecision planDecision;

    private String service;
    private String provider;
    private LocalDate fromDay;
    private LocalDate toDay;

    protected SupportDecision() {}

    static SupportDecision of(PlanDecision decision, PlanItem item) {
        SupportDecision support = new SupportDecision();
        support.id = UUID.randomUUID();
        support.planDecision = decision;
        support.service = item.service();
        support.provider = item.provider();
        support.fromDay = item.from();
        support.toDay = item.to();
        return support;
    }

    String service() {
        return service;
    }

    String provider() {
        return provider;
    }

    LocalDate fromDay() {
        return fromDay;
    }

    LocalDate toDay() {
        return toDay;
    }
}
