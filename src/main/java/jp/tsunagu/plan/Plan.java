package jp.tsunagu.plan;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;

/** One plan of a case: 初回, then 再プラン 2, 3 … */
@Entity
class Plan {

    @Id
    private UUID id;

    private UUID caseId;
    private int number;

    protected Plan() {}

    Plan(UUID caseId, int number) {
        this.id = UUID.randomUUID();
        this.caseId = caseId;
        this.number = number;
    }

    UUID id() {
        return id;
    }

    int number() {
        return number;
    }
}
