package jp.tsunagu.procedure.publish;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who did what with a 改定案, when and why. Only ever added to. */
@Component
public class ActBook {

    private final JdbcClient database;
    private final Clock clock;

    ActBook(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    void note(int draft, Act.Kind kind, String person, String reason) {
        database.sql("insert into procedure_act (draft_id, act, person, done_at, reason) values (?, ?, ?, ?, ?)")
                .params(draft, kind.name(), person, OffsetDateTime.now(clock), reason)
                .update();
    }

    /** In the order in which it was done. */
    public List<Act> of(int draft) {
        return database.sql("select act, person, done_at, reason from procedure_act where draft_id = ? order by id")
                .param(draft)
                .query((row, number) -> new Act(
                        Act.Kind.valueOf(row.getString(1)),
                        row.getString(2),
                        row.getObject(3, OffsetDateTime.class),
                        row.getString(4)))
                .list();
    }
}
