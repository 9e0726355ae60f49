package jp.tsunagu.disposal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.tsunagu.calendar.Wareki;
import jp.tsunagu.casefile.crypt.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 廃棄リスト: the cases whose time is over, without a word about the person. */
@Component
class DisposalList {

    static final int MOST = 200;

    private static final String ENDED = """
            select r.case_number as number, r.closed_on, r.kept_until, r.reason,
              h.ground as held, h.id as hold, h.note,
              exists (select 1 from act_ru_execution e where e.business_key_ = r.case_number) as running
            from case_retention r left join retention_hold h on h.case_id = r.case_id and h.released_at is null
            where r.kept_until < :today and r.case_number not in (select hidden_from(:user)) and not exists (
              select 1 from disposal d where d.case_id = r.case_id and d.state in ('PROPOSED', 'APPROVED'))
            order by r.kept_until, r.case_number limit :most""";

    private final JdbcClient database;
    private final Vault vault;
    private final Clock clock;

    DisposalList(JdbcClient database, Vault vault, Clock clock) {
        this.database = database;
        this.vault = vault;
        this.clock = clock;
    }

    /** One whose time is over; {@code held} is a {@link HoldGround}, or null. */
    record Ended(
            String number,
            LocalDate closedOn,
            LocalDate keptUntil,
            String reason,
            String held,
            String note,
            boolean running) {

        public String closed() {
            return Wareki.formatShort(closedOn);
        }

        public String kept() {
            return Wareki.formatShort(keptUntil);
        }

        public boolean free() {
            return held == null && !running;
        }
    }

    /** One that is held, whether its time is over or not. */
    record Held(String number, String ground, String note, String by) {

        public String why() {
            return HoldGround.valueOf(ground).label();
        }
    }

    /** The earliest first, as far as somebody may know of them. */
    List<Ended> ended(String user) {
        return database.sql(ENDED)
                .param("today", LocalDate.now(clock))
                .param("user", user)
                .param("most", MOST)
                .query((row, number) -> new Ended(
                        row.getString("number"),
                        row.getObject("closed_on", LocalDate.class),
                        row.getObject("kept_until", LocalDate.class),
                        row.getString("reason"),
                        row.getString("held"),
                        note(row),
                        row.getBoolean("running")))
                .list();
    }

    List<Held> held(String user) {
        return database.sql("""
                        select c.case_number as number, h.ground, h.id as hold, h.note, h.held_by as by
                        from retention_hold h join support_case c on c.id = h.case_id
                        where h.released_at is null and c.case_number not in (select hidden_from(?))
                        order by h.held_at limit ?
                        """)
                .params(user, MOST)
                .query((row, number) ->
                        new Held(row.getString("number"), row.getString("ground"), note(row), row.getString("by")))
                .list();
    }

    private String note(ResultSet row) throws SQLException {
        UUID hold = row.getObject("hold", UUID.class);
        return hold == null ? null : vault.text(Holds.noteOf(hold), row.getBytes("note"));
    }
}
