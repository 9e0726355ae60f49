package jp.tsunagu.casefile;

import jakarta.persistence.EntityManager;
import java.util.Optional;
import org.hibernate.Session;

/**
 * Finds a case by its number. Within one act a case is asked for a dozen times, by modules that know only its number: the
 * first time it is read, then it is known, and nothing has to be written before it is looked up.
 */
class CaseLookupImpl implements CaseLookup {

    private final EntityManager database;

    CaseLookupImpl(EntityManager database) {
        this.database = database;
    }

    @Override
    public Optional<SupportCase> findByCaseNumber(String caseNumber) {
        return database.unwrap(Session.class)
                .bySimpleNaturalId(SupportCase.class)
                .loadOptional(caseNumber);
    }
}
