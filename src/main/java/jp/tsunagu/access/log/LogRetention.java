package jp.tsunagu.access.log;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import jp.tsunagu.engine.NodeTurn;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 保存期間 of the log itself: rows sealed longer ago than so many years are removed, seal by seal from the beginning; the seals
 * stay, so that the chain is whole. Nothing is removed while no number of years is set.
 */
@Component
public class LogRetention {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    private final LogKeys keys;
    private final JdbcClient database;
    private final Clock clock;
    private final int years;

    LogRetention(LogKeys keys, JdbcClient database, Clock clock, @Value("${tsunagu.access-log.years:0}") int years) {
        this.keys = keys;
        this.database = database;
        this.clock = clock;
        this.years = years;
    }

    /** Removes what has to go by now; returns how many rows. */
    @Transactional
    public int apply() {
        return years > 0 && NodeTurn.isMine(database, Sealer.LOCK) ? removeOlderThan(years) : 0;
    }

    int removeOlderThan(int howManyYears) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Instant before = now.atZone(TOKYO).minusYears(howManyYears).toInstant();
        Optional<Long> block = database.sql("""
                        select max(block) from access_seal s where block < (
                          select coalesce(min(block), 9223372036854775807) from access_seal where sealed_at >= :before)
                        and block > (select coalesce(max(block), 0) from access_removal)
                        """)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .optional();
        return block.map(to -> remove(to, before, now)).orElse(0);
    }

    private int remove(long block, Instant before, Instant now) {
        Removal unsigned = new Removal(block, before, now, keys.current(), new byte[0]);
        database.sql("""
                        insert into access_removal (block, before, removed_at, key_id, mac) values (?, ?, ?, ?, ?)
                        """)
                .params(
                        block,
                        OffsetDateTime.ofInstant(before, ZoneOffset.UTC),
                        OffsetDateTime.ofInstant(now, ZoneOffset.UTC),
                        keys.current(),
                        unsigned.signed(keys.mac(keys.current()).orElseThrow()))
                .update();
        return database.sql("""
                        delete from access_record r using access_seal s
                        where s.block = ? and (r.epoch, r.xact) < (s.epoch, s.to_xact)
                        """).params(block).update();
    }
}
