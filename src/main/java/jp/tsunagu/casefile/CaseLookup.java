package jp.tsunagu.casefile;

import jakarta.persistence.EntityManager;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.springframework.stereotype.Component;

/**
 * Finds a case by its number. Within one act a case is asked for a dozen times, by modules that know only its number: the
 * first time it is read, then it is known, and nothing has to be written before it is looked up.
 */
@Component
class CaseLookup {

    private final EntityManager database;

    CaseLookup(EntityManager database) {
        this.database = database;
    }

    Optional<SupportCase> byNumber(String caseNumber) {
        return database.unwrap(Session.class)
                .bySimpleNaturalId(SupportCase.class)
                .loadOptional(caseNumber);
    }

    /**
     * The case.
     *
     * @throws IllegalArgumentException if there is none
     */
    SupportCase get(String caseNumber) {
        return byNumber(caseNumber).orElseThrow(() -> unknown(caseNumber));
    }

    /** The case whose row another row names. */
    SupportCase of(UUID caseId) {
        return database.find(SupportCase.class, caseId);
    }

    static IllegalArgumentException unknown(String caseNumber) {
        return new IllegalArgumentException("ケース " + caseNumber + " はありません。");
    }
}
