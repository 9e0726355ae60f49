package jp.tsunagu.disposal;

import java.time.LocalDate;
import java.util.List;
import jp.tsunagu.engine.NodeTurn;
import jp.tsunagu.retention.Retention;
import jp.tsunagu.retention.Retention.Kept;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Reckons until when each closed case is kept, so that the list reads dates; anew when the rules change. */
@Component
class RetentionSweep {

    /** An arbitrary number that all nodes agree on. */
    private static final long LOCK = 7_106_138L;

    /** One or two seconds. */
    private static final int MOST = 500;

    private final JdbcClient database;
    private final ClosedCases closedCases;
    private final Retention retention;
    private final TransactionTemplate transaction;

    RetentionSweep(JdbcClient database, ClosedCases closedCases, Retention retention, TransactionTemplate transaction) {
        this.database = database;
        this.closedCases = closedCases;
        this.retention = retention;
        this.transaction = transaction;
    }

    /** A closed case, by number, with its day. */
    record Waiting(String number, LocalDate closedOn) {}

    /** Until nothing is left. */
    void run() {
        int batch;
        do {
            batch = transaction.execute(status -> NodeTurn.isMine(database, LOCK) ? batch() : 0);
        } while (batch == MOST);
    }

    private int batch() {
        String rules = retention.rules();
        List<Waiting> waiting =
                database.sql("""
                        select c.case_number as number, c.closed_on from support_case c left join case_retention r on r.case_id = c.id
                        where c.status = 'CLOSED' and (r.case_id is null or r.rules <> ? or r.closed_on <> c.closed_on)
                        order by c.closed_on, c.case_number limit ?
                        """).params(rules, MOST).query(Waiting.class).list();
        for (Waiting one : waiting) {
            ClosedCase of = closedCases.find(one.number()).orElseThrow();
            Kept kept = closedCases.kept(of);
            database.sql("""
                            insert into case_retention (case_id, case_number, closed_on, kept_until, reason, rules)
                            values (?, ?, ?, ?, ?, ?)
                            on conflict (case_id) do update set closed_on = excluded.closed_on, kept_until = excluded.kept_until,
                              reason = excluded.reason, rules = excluded.rules
                            """)
                    .params(of.id(), of.number(), of.closedOn(), kept.until(), kept.reason(), rules)
                    .update();
        }
        return waiting.size();
    }
}
