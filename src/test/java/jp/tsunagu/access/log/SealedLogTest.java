package jp.tsunagu.access.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import jp.tsunagu.access.AccessLog;
import jp.tsunagu.access.log.Verification.Break;
import jp.tsunagu.story.OfficeStory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The chain of seals: what is written is sealed whenever its transaction ends, and whatever is changed afterwards is found. */
class SealedLogTest extends OfficeStory {

    private static final Set<String> NUMBERS = Set.of("bigint", "integer");

    /** Beside which seals something is changed: a handful of links, some with several rows. */
    private static final int LINKS = 6;

    @Autowired
    private AccessLog log;

    @Autowired
    private Sealer sealer;

    @Autowired
    private Verifier verifier;

    @Autowired
    private JdbcClient database;

    @Autowired
    private JdbcTemplate plain;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private TransactionTemplate transaction;

    @BeforeEach
    void someLinks() {
        office.clock("2026-09-18T10:00");
        sealer.seal();
        for (int link = 0; link < LINKS; link++) {
            log.recordEach("saeki", List.of("R8-9000" + link, "R8-9001" + link, "R8-9002" + link), "閲覧", "case");
            log.record("manabe", "R8-9000" + link, "印刷", "01-application", "支援の引継ぎ");
            log.recordSearch("manabe", "台帳検索", "生年月日", link);
            sealer.seal();
        }
    }

    @Test
    void whatIsWrittenIsWholeAndSealed() {
        Verification found = verifier.verify(List.of());
        assertThat(found.lines()).first().asString().contains("跡はありません");
        assertThat(found.isWhole()).isTrue();
        assertThat(found.unsealed()).isZero();
        assertThat(found.records()).isEqualTo(count("access_record"));
        assertThat(found.blocks()).isEqualTo(count("access_seal")).isGreaterThanOrEqualTo(LINKS);
        log.record("saeki", "R8-90000", "閲覧", "case");
        assertThat(verifier.verify(List.of()).unsealed()).isEqualTo(1);
        assertThat(sealer.seal()).isEqualTo(1);
    }

    /** Each column of each of the two tables, rows taken out, put in, put in another order: whatever it is, it is found. */
    @Test
    void anySingleChangeIsFound() {
        Random dice = new Random(20260918);
        List<String> found = new ArrayList<>();
        for (String table : List.of("access_record", "access_seal")) {
            for (var column : columns(table)) {
                for (int time = 0; time < 3; time++) {
                    String row = anyRow(dice, table);
                    found.add(tampered("update " + table + " set " + column.name() + " = " + changed(dice, column)
                                    + " where ctid = " + row)
                            + table + "." + column.name());
                }
            }
        }
        for (int time = 0; time < 8; time++) {
            found.add(tampered("delete from access_record where ctid = " + anyRow(dice, "access_record")) + "deleted");
            found.add(tampered("delete from access_seal where ctid = " + anyRow(dice, "access_seal")) + "seal deleted");
            found.add(tampered(
                            "insert into access_record (at, user_id, case_number, kind, action, xact, epoch) select at,"
                                    + " 'aoki', case_number, kind, action, xact, epoch from access_record where ctid = "
                                    + anyRow(dice, "access_record"))
                    + "inserted");
            found.add(tampered("update access_record a set id = -a.id where ctid = " + anyRow(dice, "access_record"))
                    + "other id");
            found.add(exchanged(dice) + "reordered");
            found.add(moved(dice) + "moved between seals");
        }
        assertThat(found)
                .hasSizeGreaterThan(100)
                .allSatisfy(one -> assertThat(one).startsWith("封印"));
        assertThat(verifier.verify(List.of()).isWhole())
                .as("all of it was rolled back")
                .isTrue();
    }

    @Test
    void theFirstRowThatDoesNotFitIsNamed() {
        long id = database.sql("select max(id) from access_record where action = '印刷' and user_id = 'manabe'")
                .query(Long.class)
                .single();
        assertThat(tampered("update access_record set user_id = 'aoki' where id = " + id))
                .contains("記録 " + id + "：封印のあとに書き換えられた");
        assertThat(tampered("delete from access_record where id = " + id)).contains("記録 " + id + "：消された");
        assertThat(tampered("update access_record set id = 999999999 where id = " + id))
                .contains("記録");
        assertThat(tampered(
                        "insert into access_record (at, user_id, kind, action, xact, epoch) select at, 'aoki', kind,"
                                + " action, xact, epoch from access_record where id = " + id))
                .contains("あとから加え", "記録")
                .doesNotContain("記録 " + id + "：");
    }

    @Test
    void aTailThatWasCutOffIsFoundWithWhatTheAuditorKept() {
        Anchor kept = verifier.verify(List.of()).head().orElseThrow();
        assertThat(verifier.verify(List.of(kept)).isWhole()).isTrue();
        List<Boolean> whole = rolledBack(() -> {
            unprotect();
            plain.update("delete from access_record where (epoch, xact) >= (select epoch, from_xact from access_seal"
                    + " order by block desc limit 1)");
            plain.update("delete from access_seal where block = (select max(block) from access_seal)");
            return List.of(
                    verifier.verify(List.of()).isWhole(),
                    verifier.verify(List.of(kept)).isWhole());
        });
        assertThat(whole).as("alone the rest looks whole").containsExactly(true, false);
        assertThat(Anchor.parse(kept.text())).contains(kept);
        assertThat(Anchor.parse("12:zz")).isEmpty();
    }

    @Test
    void aTransactionThatEndsLateIsSealedThoughItsRowsAreOlder() throws Exception {
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        CompletableFuture<Void> late = CompletableFuture.runAsync(() -> transaction.executeWithoutResult(status -> {
            log.record("saeki", "R8-90001", "閲覧", "late");
            written.countDown();
            await(mayEnd);
        }));
        await(written);
        log.record("manabe", "R8-90002", "閲覧", "soon");
        assertThat(sealer.seal()).as("what is under way holds up what is newer").isZero();
        assertThat(verifier.verify(List.of()).unsealed()).isEqualTo(1);
        mayEnd.countDown();
        late.get();
        assertThat(sealer.seal()).isEqualTo(2);
        assertThat(verifier.verify(List.of())).matches(Verification::isWhole).matches(found -> found.unsealed() == 0);
    }

    @Test
    void nobodyChangesOrEmptiesTheLogNotEvenWhoOwnsIt() {
        for (String table : List.of("access_record", "access_seal")) {
            for (String act : List.of("update %s set epoch = 1", "delete from %s", "truncate %s cascade")) {
                for (String role : List.of("origin", "replica")) {
                    assertThatThrownBy(() -> rolledBack(() -> {
                                plain.execute("set local session_replication_role = " + role);
                                plain.execute(act.formatted(table));
                                return null;
                            }))
                            .as(act + " as " + role)
                            .hasMessageContaining("only ever added");
                }
            }
        }
    }

    /** As where the application's role is not a superuser of the server. */
    @Test
    void whoOwnsTheTablesAndNothingElseWritesSealsAndRemovesButChangesNothing() {
        Clock later = Clock.fixed(Instant.now().plusSeconds(400L * 86_400), ZoneOffset.UTC);
        List<String> refusals = rolledBack(() -> {
            plain.execute("create role log_owner");
            plain.execute("grant create, usage on schema public to log_owner");
            for (String table : List.of("access_record", "access_seal", "access_removal")) {
                plain.execute("alter table " + table + " owner to log_owner");
            }
            plain.execute("set local role log_owner");
            log.record("saeki", "R8-99998", "閲覧", "case");
            sealer.seal();
            assertThat(new LogRetention(new LogKeys("", ""), database, later, 1).apply())
                    .isPositive();
            List<String> all = new ArrayList<>();
            for (String act : List.of(
                    "update access_record set user_id = 'aoki'",
                    "truncate access_record",
                    "delete from access_record",
                    "delete from access_seal",
                    "update access_seal set records = 1",
                    "delete from access_removal")) {
                all.add(refused(act));
            }
            return all;
        });
        assertThat(refusals)
                .hasSize(6)
                .allMatch(text -> text.contains("permission denied") || text.contains("only ever"));
    }

    private String refused(String act) {
        plain.execute("savepoint before_act");
        try {
            plain.execute(act);
            return "not refused: " + act;
        } catch (org.springframework.dao.DataAccessException e) {
            plain.execute("rollback to savepoint before_act");
            return e.getMostSpecificCause().getMessage();
        }
    }

    @Test
    void afterARestoreElsewhereTheNumbersBeginAnewAndTheChainGoesOn() {
        plain.update(
                "insert into access_record (at, user_id, kind, action, xact)"
                        + " select now(), 'saeki', '閲覧', '閲覧', pg_snapshot_xmax(pg_current_snapshot())::text::bigint + 1000000000");
        transaction.executeWithoutResult(status -> sealer.noticeOtherServer());
        log.record("saeki", "R8-90003", "閲覧", "case");
        assertThat(verifier.verify(List.of()).unsealed()).isEqualTo(2);
        assertThat(sealer.seal()).isEqualTo(2);
        assertThat(verifier.verify(List.of())).matches(Verification::isWhole).matches(found -> found.unsealed() == 0);
        int epoch = epoch();
        transaction.executeWithoutResult(status -> sealer.noticeOtherServer());
        log.record("saeki", "R8-90003", "閲覧", "case");
        assertThat(epoch()).as("not again").isEqualTo(epoch);
    }

    @Test
    void whoeverHasNoKeyCannotMakeTheChainAnew() {
        LogKeys keys = new LogKeys("k1:" + "A".repeat(43) + "=", "");
        assertThat(rolledBack(() -> {
                    log.record("saeki", "R8-99999", "閲覧", "case");
                    // its own transaction is under way, so what it wrote is sealed by hand
                    plain.update("alter table access_record disable trigger all");
                    plain.update("update access_record set xact = 1, epoch = 99 where case_number = 'R8-99999'");
                    plain.update("alter table access_record alter column epoch set default 100");
                    new Sealer(keys, database, plain, transaction).seal();
                    Verifier withKey = new Verifier(keys, plain, transactions);
                    assertThat(withKey.verify(List.of()).lines().get(0)).contains("跡はありません");
                    assertThat(withKey.verify(List.of()).withoutKey()).isPositive();
                    assertThat(verifier.verify(List.of()).lines())
                            .as("without the key nobody can say")
                            .first()
                            .asString()
                            .contains("鍵「k1」がない");
                    plain.update("insert into access_record (at, user_id, kind, action, xact, epoch)"
                            + " values (now(), 'aoki', '閲覧', '閲覧', 5, 100)");
                    plain.update("alter table access_record alter column epoch set default 101");
                    sealer.seal();
                    return withKey.verify(List.of()).breaks().get(0).what();
                }))
                .contains("鍵のない封印");
    }

    @Test
    void whatIsOlderThanItsTimeIsRemovedSealBySealAndTheChainStaysWhole() {
        Clock later = Clock.fixed(Instant.now().plusSeconds(400L * 86_400), ZoneOffset.UTC);
        LogKeys keys = new LogKeys("", "");
        List<Long> left = rolledBack(() -> {
            assertThat(new LogRetention(keys, database, Clock.systemUTC(), 1).apply())
                    .as("nothing is so old yet")
                    .isZero();
            int removed = new LogRetention(keys, database, later, 1).apply();
            Verification found = verifier.verify(List.of());
            assertThat(removed).isPositive();
            assertThat(found.isWhole()).isTrue();
            assertThat(found.removedTo()).isEqualTo(found.blocks());
            unprotect();
            plain.update("update access_removal set removed_at = removed_at + interval '1 day'");
            assertThat(verifier.verify(List.of()).isWhole()).isFalse();
            return List.of(found.records());
        });
        assertThat(left).containsExactly(0L);
    }

    private record Column(String name, String type) {}

    private List<Column> columns(String table) {
        return database.sql("select column_name as name, data_type as type from information_schema.columns"
                        + " where table_name = ? order by ordinal_position")
                .param(table)
                .query(Column.class)
                .list();
    }

    private static String changed(Random dice, Column column) {
        String name = column.name();
        if (name.equals("kind")) {
            return "case kind when '閲覧' then '検索' else '閲覧' end";
        }
        if (NUMBERS.contains(column.type())) {
            return "coalesce(" + name + ", 0) + " + (1_000_000 + dice.nextInt(1_000_000));
        }
        return switch (column.type()) {
            case "bytea" -> "set_byte(" + name + ", 7, get_byte(" + name + ", 7) # 1)";
            case "timestamp with time zone" -> name + " + interval '1 microsecond'";
            default ->
                "case when " + name + " is null then '' else " + (dice.nextBoolean() ? "null" : name + " || 'x'")
                        + " end";
        };
    }

    private String anyRow(Random dice, String table) {
        List<String> rows = plain.queryForList(
                "select ctid::text from " + table + " order by " + (table.equals("access_record") ? "id" : "block")
                        + " desc limit 40",
                String.class);
        return "'" + rows.get(dice.nextInt(Math.min(rows.size(), LINKS * 4))) + "'";
    }

    /** Two rows of one seal, each with the id of the other. */
    private String exchanged(Random dice) {
        String one = anyRow(dice, "access_record");
        return tampered(
                "update access_record a set id = case a.id when b.low then b.high + 1000000 else b.low + 1000000 end"
                        + " from (select min(r.id) as low, max(r.id) as high from access_record r join access_record o"
                        + " on (o.epoch, o.xact) = (r.epoch, r.xact) or r.id = o.id + 1 where o.ctid = " + one
                        + ") b where a.id in (b.low, b.high)");
    }

    /** A row that now seems to be of a transaction of another seal. */
    private String moved(Random dice) {
        return tampered("update access_record set xact = (select from_xact from access_seal where epoch ="
                + " access_record.epoch and not (access_record.xact between from_xact and to_xact - 1) order by block desc"
                + " limit 1) where ctid = " + anyRow(dice, "access_record"));
    }

    /** What is found after this was done by somebody who may do everything; then it is undone. */
    private String tampered(String statement) {
        return rolledBack(() -> {
            unprotect();
            int rows;
            try {
                rows = plain.update(statement);
            } catch (org.springframework.dao.DataIntegrityViolationException refused) {
                return "封印：（データベースが拒みました）" + statement;
            }
            assertThat(rows).as(statement).isPositive();
            return verifier.verify(List.of()).breaks().stream()
                    .findFirst()
                    .map(Break::text)
                    .orElse("NOT FOUND: " + statement);
        });
    }

    private void unprotect() {
        for (String table : List.of("access_record", "access_seal", "access_removal")) {
            plain.execute("alter table " + table + " disable trigger all");
        }
        plain.execute("alter table access_record alter column id set generated by default");
    }

    private <T> T rolledBack(Supplier<T> act) {
        return transaction.execute(status -> {
            status.setRollbackOnly();
            return act.get();
        });
    }

    private int epoch() {
        return database.sql("select epoch from access_record order by epoch desc limit 1")
                .query(Integer.class)
                .single();
    }

    private long count(String table) {
        return database.sql("select count(*) from " + table).query(Long.class).single();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
