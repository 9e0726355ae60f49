package jp.tsunagu.change;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which reports have arrived, by the key their sender chose: sent twice, a report acts once. */
@Component
class CaseEventLog {

    private final JdbcClient database;
    private final Clock clock;

    CaseEventLog(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** False if this case has a report of this message under this key already. */
    boolean add(UUID caseId, String message, String key, String user) {
        return database.sql("""
                        insert into case_event (case_id, message, idempotency_key, raised_by, raised_at)
                        values (?, ?, ?, ?, ?) on conflict (case_id, message, idempotency_key) do nothing
                        """)
                        .params(caseId, message, key, user, OffsetDateTime.now(clock))
                        .update()
                > 0;
    }
}
