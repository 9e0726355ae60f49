package jp.tsunagu.casefile.crypt;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far the tables have been sealed with the first key: whoever goes on after a kill goes on from there. */
@Component
class SealingProgress {

    private final JdbcClient database;
    private final String key;
    private final Clock clock;

    SealingProgress(JdbcClient database, DataKeys keys, Clock clock) {
        this.database = database;
        this.key = keys.first().id();
        this.clock = clock;
    }

    /**
     * A table that is not done.
     *
     * @param last the row up to which it is
     */
    record Open(SealedTable table, String last, long rows) {}

    /** At each start everything is looked at once more: another node may have written with the former key until just now. */
    void begin() {
        database.sql("update data_sealing set done_at = null, last_row = '' where key_id = ? and done_at is not null")
                .param(key)
                .update();
    }

    Optional<Open> next(Set<String> butNot) {
        return SealedTable.ALL.stream()
                .filter(table -> !butNot.contains(table.name()))
                .map(this::of)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<Open> of(SealedTable table) {
        List<Optional<Open>> known = database.sql(
                        "select last_row, rows, done_at from data_sealing where key_id = ? and table_name = ?")
                .params(key, table.name())
                .query((row, number) -> row.getObject(3) != null
                        ? Optional.<Open>empty()
                        : Optional.of(new Open(table, row.getString(1), row.getLong(2))))
                .list();
        return known.isEmpty() ? Optional.of(new Open(table, "", 0)) : known.get(0);
    }

    void reached(Open open, String last, int rows) {
        database.sql("""
                        insert into data_sealing (key_id, table_name, last_row, rows) values (?, ?, ?, ?)
                        on conflict (key_id, table_name) do update
                        set last_row = excluded.last_row, rows = data_sealing.rows + excluded.rows""").params(key, open.table().name(), last, rows).update();
    }

    void done(Open open) {
        reached(open, open.last(), 0);
        database.sql("update data_sealing set done_at = ? where key_id = ? and table_name = ?")
                .params(OffsetDateTime.now(clock), key, open.table().name())
                .update();
    }
}
