package jp.tsunagu.procedure.draft;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 「…さんが編集中」: who has a file open. It warns; what keeps two from overwriting each other is the revision. */
@Component
class Leases {

    /** An open editor renews it three times in this time. */
    private static final Duration TIME = Duration.ofSeconds(90);

    private final JdbcClient database;
    private final Clock clock;

    Leases(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Takes or renews it, unless somebody else has it; who has it now. */
    String take(int draft, String name, String person) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        database.sql("""
                        insert into procedure_draft_lease (draft_id, name, person, until) values (?, ?, ?, ?)
                        on conflict (draft_id, name) do update set person = excluded.person, until = excluded.until
                        where procedure_draft_lease.person = excluded.person or procedure_draft_lease.until < ?""").params(draft, name, person, now.plus(TIME), now).update();
        return database.sql("select person from procedure_draft_lease where draft_id = ? and name = ?")
                .params(draft, name)
                .query(String.class)
                .optional()
                .orElse(person);
    }

    void release(int draft, String name, String person) {
        database.sql("delete from procedure_draft_lease where draft_id = ? and name = ? and person = ?")
                .params(draft, name, person)
                .update();
    }

    /** File → who has it open. */
    Map<String, String> of(int draft) {
        Map<String, String> holders = new LinkedHashMap<>();
        database.sql("select name, person from procedure_draft_lease where draft_id = ? and until >= ? order by name")
                .params(draft, OffsetDateTime.now(clock))
                .query(row -> {
                    holders.put(row.getString(1), row.getString(2));
                });
        return holders;
    }
}
