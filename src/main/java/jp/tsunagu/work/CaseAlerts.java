package jp.tsunagu.work;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Alerts about a case as a whole. One that is open is not raised again. */
@Component
public class CaseAlerts {

    private final JdbcClient database;
    private final Clock clock;

    CaseAlerts(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Tells somebody.
     *
     * @param subject the id of what is wrong: a job, a task or the case number
     * @param step the element of the diagram, or null
     * @param forWhom an account or a role
     */
    public void raise(CaseAlert kind, String subject, String caseNumber, String step, String forWhom) {
        database.sql("""
                        insert into case_alert (kind, subject, case_number, step, raised_at, raised_for)
                        values (?, ?, ?, ?, ?, ?)
                        on conflict (kind, subject, raised_for) where settled_at is null do nothing
                        """)
                .params(kind.key(), subject, caseNumber, step, OffsetDateTime.now(clock), forWhom)
                .update();
    }

    /** What was wrong is over, for everybody who was told. */
    public void settle(CaseAlert kind, String subject) {
        database.sql("update case_alert set settled_at = ? where kind = ? and subject = ? and settled_at is null")
                .params(OffsetDateTime.now(clock), kind.key(), subject)
                .update();
    }

    /** What is no longer found is settled. */
    void settleAllBut(CaseAlert kind, Collection<String> subjects) {
        database.sql("""
                        update case_alert set settled_at = :now
                        where kind = :kind and settled_at is null and subject <> all (:subjects)
                        """)
                .param("now", OffsetDateTime.now(clock))
                .param("kind", kind.key())
                .param("subjects", subjects.toArray(String[]::new))
                .update();
    }
}
