package jp.tsunagu.procedure.publish;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.TreeMap;
import jp.tsunagu.procedure.check.Finding;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Why a warning of the checks is no hindrance, in the words of whoever proposed. */
@Component
class WarningReasons {

    private final JdbcClient database;
    private final Clock clock;

    WarningReasons(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** What a warning is known by: once it says something else, its reason has to be given anew. */
    static String key(Finding warning) {
        return String.join(
                "|",
                warning.rule(),
                warning.file(),
                warning.element() == null ? "" : warning.element(),
                warning.message());
    }

    /** Warning → reason. */
    Map<String, String> of(int draft) {
        Map<String, String> reasons = new TreeMap<>();
        database.sql("select warning, reason from procedure_warning_reason where draft_id = ?")
                .param(draft)
                .query(row -> {
                    reasons.put(row.getString(1), row.getString(2));
                });
        return reasons;
    }

    void give(int draft, String warning, String reason, String person) {
        database.sql("""
                        insert into procedure_warning_reason (draft_id, warning, reason, given_by, given_at) values (?, ?, ?, ?, ?)
                        on conflict (draft_id, warning) do update set reason = excluded.reason, given_by = excluded.given_by,
                          given_at = excluded.given_at where procedure_warning_reason.reason <> excluded.reason""")
                .params(draft, warning, reason, person, OffsetDateTime.now(clock))
                .update();
    }
}
