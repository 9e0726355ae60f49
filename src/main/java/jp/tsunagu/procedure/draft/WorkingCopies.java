package jp.tsunagu.procedure.draft;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What an editor holds and has not saved yet, kept on the server so that a lost session loses nothing. */
@Component
class WorkingCopies {

    private final JdbcClient database;
    private final Clock clock;

    WorkingCopies(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * One person's unsaved state of one file.
     *
     * @param content as the editor gave it
     * @param seen the revision it began from
     */
    record WorkingCopy(String content, int seen, OffsetDateTime keptAt) {}

    Optional<WorkingCopy> find(int draft, String name, String person) {
        return database.sql("select content, seen, kept_at from procedure_draft_work"
                        + " where draft_id = ? and name = ? and person = ?")
                .params(draft, name, person)
                .query((row, number) ->
                        new WorkingCopy(row.getString(1), row.getInt(2), row.getObject(3, OffsetDateTime.class)))
                .optional();
    }

    OffsetDateTime keep(int draft, String name, String person, String content, int seen) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        database.sql("""
                        insert into procedure_draft_work (draft_id, name, person, content, seen, kept_at)
                        values (?, ?, ?, ?, ?, ?)
                        on conflict (draft_id, name, person)
                          do update set content = excluded.content, seen = excluded.seen, kept_at = excluded.kept_at""").params(draft, name, person, content, seen, now).update();
        return now;
    }

    void forget(int draft, String name, String person) {
        database.sql("delete from procedure_draft_work where draft_id = ? and name = ? and person = ?")
                .params(draft, name, person)
                .update();
    }
}
