package jp.tsunagu.casefile.crypt;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import jp.tsunagu.casefile.crypt.SealingProgress.Open;
import jp.tsunagu.engine.NodeTurn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Seals with the first key whatever is not: rows from before there was encryption, and all of them after a change of keys. In small
 * batches while people work; one node at a time, and after a kill from the row that was reached.
 */
@Component
class Resealing {

    private static final Logger LOG = LoggerFactory.getLogger(Resealing.class);

    /** An arbitrary number that all nodes agree on. */
    private static final long LOCK = 7_106_040L;

    private final JdbcClient database;
    private final JdbcTemplate batches;
    private final TransactionTemplate transaction;
    private final DataKeys keys;
    private final Vault vault;
    private final KeyRegister register;
    private final SealingProgress progress;
    private final List<IndexRebuild> indexes;

    Resealing(
            JdbcClient database,
            JdbcTemplate batches,
            TransactionTemplate transaction,
            DataKeys keys,
            Vault vault,
            KeyRegister register,
            SealingProgress progress,
            List<IndexRebuild> indexes) {
        this.database = database;
        this.batches = batches;
        this.transaction = transaction;
        this.keys = keys;
        this.vault = vault;
        this.register = register;
        this.progress = progress;
        this.indexes = indexes;
    }

    private record Row(String key, byte[][] values) {}

    /** Goes on until all is sealed, or another node is at it. */
    @Scheduled(
            initialDelayString = "${tsunagu.sealing.after:PT10S}",
            fixedDelayString = "${tsunagu.sealing.every:PT1M}")
    void run() {
        Set<String> putOff = new HashSet<>();
        boolean more = true;
        while (more) {
            more = Boolean.TRUE.equals(transaction.execute(status -> some(putOff)));
        }
        vault.refusePlain(progress.next(Set.of()).isEmpty());
    }

    /**
     * One batch, in the transaction of the caller.
     *
     * @param putOff tables in which something has to wait, for a row that somebody is changing or that cannot be read
     * @return true if there is more to do at once
     */
    boolean some(Set<String> putOff) {
        if (!NodeTurn.isMine(database, LOCK) || !register.isFirstTheNewest()) {
            return false;
        }
        if (indexes.stream().anyMatch(index -> index.rebuildSome() > 0)) {
            return true;
        }
        Optional<Open> next = progress.next(putOff);
        next.ifPresent(open -> some(open, putOff));
        return next.isPresent();
    }

    private void some(Open open, Set<String> putOff) {
        List<Row> rows = rows(open);
        if (!rows.isEmpty()) {
            seal(open.table(), rows);
            progress.reached(open, rows.get(rows.size() - 1).key(), rows.size());
        } else if (isComplete(open.table())) {
            progress.done(open);
            LOG.info(
                    "鍵 {} による暗号化：{}（{} 行）が終わりました。",
                    keys.first().id(),
                    open.table().name(),
                    open.rows());
            if (progress.next(Set.of()).isEmpty()) {
                finish();
            }
        } else {
            progress.reached(open, "", 0);
            putOff.add(open.table().name());
        }
    }

    private List<Row> rows(Open open) {
        int columns = open.table().columns().size();
        return database.sql(open.table().next())
                .param("last", open.last())
                .param("head", head())
                .param("most", open.table().atOnce())
                .query((row, number) -> {
                    byte[][] values = new byte[columns][];
                    for (int column = 0; column < columns; column++) {
                        values[column] = row.getBytes(column + 2);
                    }
                    return new Row(row.getString(1), values);
                })
                .list();
    }

    private void seal(SealedTable table, List<Row> rows) {
        List<Object[]> sealed = new ArrayList<>();
        for (Row row : rows) {
            Object[] values = new Object[row.values().length + 1];
            for (int column = 0; column < row.values().length; column++) {
                values[column] = sealed(table.place(column, row.key()), row.values()[column]);
            }
            values[row.values().length] = row.key();
            sealed.add(values);
        }
        // rows that are only ever added let through nothing but this
        database.sql("select set_config('tsunagu.sealing', 'on', true)")
                .query(String.class)
                .single();
        batches.batchUpdate(table.update(), sealed);
        database.sql("select set_config('tsunagu.sealing', 'off', true)")
                .query(String.class)
                .single();
    }

    private byte[] sealed(Place place, byte[] value) {
        try {
            return vault.isPresent(value) ? value : vault.seal(place, vault.open(place, value));
        } catch (UnreadableException e) {
            // it stays as it is, and so does the need for its key
            LOG.error("{}（行 {}）", e.getReason(), place.row());
            return value;
        }
    }

    private boolean isComplete(SealedTable table) {
        return !database.sql("select exists (select 1 from " + table.name() + " where " + table.stale() + ")")
                .param("head", head())
                .query(Boolean.class)
                .single();
    }

    private byte[] head() {
        byte[] head = new byte[Vault.HEAD];
        head[0] = Vault.MARK;
        System.arraycopy(keys.first().idBytes(), 0, head, 1, DataKey.ID_BYTES);
        return head;
    }

    private void finish() {
        Map<String, Long> values = counts();
        LOG.info("暗号化された値の数（鍵ごと）：{}", values);
        register.retireOthers()
                .forEach(key -> LOG.info("鍵 {} は、もう要りません。TSUNAGU_DATA_KEYS から除いてかまいません（バックアップを読むためには保管してください）。", key));
    }

    /** How many values each key has sealed; {@code plain} are those that none has. */
    Map<String, Long> counts() {
        Map<String, Long> counts = new TreeMap<>();
        for (SealedTable table : SealedTable.ALL) {
            database.sql(table.counts())
                    .query((row, number) -> counts.merge(key(row.getBytes(1)), row.getLong(2), Long::sum))
                    .list();
        }
        return counts;
    }

    private static String key(byte[] head) {
        return head.length == Vault.HEAD && head[0] == Vault.MARK
                ? HexFormat.of().formatHex(head, 1, Vault.HEAD)
                : "plain";
    }
}
