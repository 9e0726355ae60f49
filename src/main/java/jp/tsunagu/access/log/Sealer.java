package jp.tsunagu.access.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import javax.crypto.Mac;
import jp.tsunagu.engine.NodeTurn;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Seals what was written into the access log since the last time: one link of the chain over the rows of all transactions that
 * are over. A transaction that ends late is sealed with those that end with it, whatever the ids of its rows: what counts is
 * the number of the transaction, and of numbers below every transaction under way none writes any more.
 */
@Component
public class Sealer {

    /** An arbitrary number that all nodes agree on. */
    static final long LOCK = 7_106_104L;

    /** So many rows in one link, unless one transaction wrote more. */
    static final int MOST = 5_000;

    private static final int FETCHED = 2_000;

    private static final String NEXT_EPOCH = "alter table access_record alter column epoch set default %d";

    private final LogKeys keys;
    private final JdbcClient database;
    private final JdbcTemplate plain;
    private final TransactionTemplate transaction;

    Sealer(LogKeys keys, JdbcClient database, JdbcTemplate plain, TransactionTemplate transaction) {
        this.keys = keys;
        this.database = database;
        this.plain = plain;
        this.transaction = transaction;
    }

    /** From where on is sealed, and up to where it may be. */
    private record Range(int epoch, long from, long until) {}

    /**
     * Seals until nothing is left that can be. Nothing happens while another node does it.
     *
     * @return how many rows were sealed
     */
    public int seal() {
        int all = 0;
        int sealed;
        do {
            sealed = transaction.execute(status -> NodeTurn.isMine(database, LOCK) ? next().orElse(0) : 0);
            all += sealed;
        } while (sealed > 0);
        return all;
    }

    private Optional<Integer> next() {
        Optional<SealedBlock> last = last();
        long oldest = database.sql("select pg_snapshot_xmin(pg_current_snapshot())::text::bigint")
                .query(Long.class)
                .single();
        int epoch = epoch();
        int lastEpoch = last.map(SealedBlock::epoch).orElse(1);
        long from = last.map(SealedBlock::to).orElse(0L);
        for (int over = lastEpoch; over < epoch; over++) {
            // nobody writes into an epoch that is over
            Optional<Integer> rest = seal(last, new Range(over, from, Long.MAX_VALUE));
            if (rest.isPresent()) {
                return rest;
            }
            from = 0;
        }
        return from < oldest ? seal(last, new Range(epoch, from, oldest)) : Optional.empty();
    }

    private Optional<SealedBlock> last() {
        return database.sql(SealedBlock.LAST)
                .query((row, number) -> SealedBlock.read(row))
                .optional();
    }

    /** The epoch that rows are written with. */
    private int epoch() {
        return database.sql("""
                        select pg_get_expr(adbin, adrelid)::int from pg_attrdef d
                        join pg_attribute a on a.attrelid = d.adrelid and a.attnum = d.adnum
                        where d.adrelid = 'access_record'::regclass and a.attname = 'epoch'
                        """).query(Integer.class).single();
    }

    /**
     * Begins a new epoch if the rows come from another server: there the transactions had other numbers. Called before anybody
     * acts.
     */
    void noticeOtherServer() {
        int epoch = epoch();
        boolean other =
                database.sql("""
                        select greatest(coalesce((select max(xact) + 1 from access_record where epoch = :epoch), 0),
                          coalesce((select max(to_xact) from access_seal where epoch = :epoch), 0))
                          > pg_snapshot_xmax(pg_current_snapshot())::text::bigint
                        """).param("epoch", epoch).query(Boolean.class).single();
        if (other) {
            database.sql(NEXT_EPOCH.formatted(epoch + 1)).update();
        }
    }

    private Optional<Integer> seal(Optional<SealedBlock> last, Range range) {
        Mac rows = keys.mac(keys.current()).orElseThrow();
        Marks marks = new Marks(keys.mac(keys.current()).orElseThrow());
        Taken taken = plain.execute((Connection connection) -> take(connection, range, rows, marks));
        if (taken.records() == 0) {
            return Optional.empty();
        }
        byte[] previous = last.map(SealedBlock::seal).orElse(SealedBlock.BEGINNING);
        SealedBlock block = new SealedBlock(
                last.map(SealedBlock::number).orElse(0L) + 1,
                range.epoch(),
                range.from(),
                taken.to(),
                taken.records(),
                marks.bytes(),
                keys.current(),
                previous,
                previous,
                database.sql("select clock_timestamp()")
                        .query(OffsetDateTime.class)
                        .single()
                        .toInstant()
                        .truncatedTo(ChronoUnit.MICROS));
        add(block.with(block.sealed(rows)));
        return Optional.of(taken.records());
    }

    /** How many rows, and up to which transaction. */
    private record Taken(int records, long to) {}

    /** Row by row, so that one transaction may have written any number of them. */
    private static Taken take(Connection connection, Range range, Mac rows, Marks marks) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select " + LogRow.COLUMNS
                + " from access_record where epoch = ? and xact >= ? and xact < ?" + LogRow.IN_ORDER)) {
            statement.setFetchSize(FETCHED);
            statement.setInt(1, range.epoch());
            statement.setLong(2, range.from());
            statement.setLong(3, range.until());
            int records = 0;
            long latest = range.from();
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    LogRow row = LogRow.read(found);
                    if (records >= MOST && row.xact() != latest) {
                        return new Taken(records, latest + 1);
                    }
                    rows.update(row.bytes());
                    marks.add(row);
                    latest = row.xact();
                    records++;
                }
            }
            return new Taken(records, range.until());
        }
    }

    private void add(SealedBlock block) {
        database.sql("insert into access_seal (" + SealedBlock.COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        block.number(),
                        block.epoch(),
                        block.from(),
                        block.to(),
                        block.records(),
                        block.marks(),
                        block.keyId(),
                        block.previous(),
                        block.seal(),
                        block.sealedAt().atOffset(ZoneOffset.UTC))
                .update();
    }
}
