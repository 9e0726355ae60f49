package jp.tsunagu.notice;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import jp.tsunagu.casefile.crypt.Place;
import jp.tsunagu.casefile.crypt.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was done with each notice. Rows are only added; the database refuses anything else. */
@Component
class NoticeHistory {

    private static final String NEXT = "nextval(pg_get_serial_sequence('notice_event', 'id'))";

    private final JdbcClient database;
    private final Vault vault;
    private final Clock clock;

    NoticeHistory(JdbcClient database, Vault vault, Clock clock) {
        this.database = database;
        this.vault = vault;
        this.clock = clock;
    }

    /** What can be done with a notice. */
    enum Act {
        WRITTEN("作成"),
        SENT("送付"),
        RETURNED("返戻"),
        READ("確認");

        private final String label;

        Act(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    /**
     * One line.
     *
     * @param by the account; null where a step of the process wrote the notice
     * @param on the day of the act, which may be before its entry
     * @param manner how it was sent, or null
     * @param reason why it came back, or null
     */
    record Line(Act act, String by, LocalDate on, String manner, String reason, String note) {

        static Line of(Act act, String by, LocalDate on, String manner) {
            return new Line(act, by, on, manner, null, null);
        }
    }

    void add(UUID notice, Line line) {
        // a note is bound to its row, and few acts have one
        Long id = line.note() == null
                ? null
                : database.sql("select " + NEXT).query(Long.class).single();
        database.sql("""
                        insert into notice_event (id, notice_id, at, act, by_user, on_day, manner, reason, note)
                        overriding system value values (coalesce(cast(? as bigint), %s), ?, ?, ?, ?, ?, ?, ?, ?)
                        """.formatted(NEXT))
                .params(
                        id,
                        notice,
                        OffsetDateTime.now(clock),
                        line.act().name(),
                        line.by(),
                        line.on(),
                        line.manner(),
                        line.reason(),
                        id == null ? null : vault.seal(place(id), line.note()))
                .update();
    }

    private static Place place(long id) {
        return new Place("notice_event.note", String.valueOf(id));
    }

    /** The oldest first. */
    List<Line> of(UUID notice) {
        return database.sql("""
                        select act, by_user, on_day, manner, reason, id, note from notice_event
                        where notice_id = ? order by id
                        """)
                .param(notice)
                .query((row, number) -> new Line(
                        Act.valueOf(row.getString(1)),
                        row.getString(2),
                        row.getObject(3, LocalDate.class),
                        row.getString(4),
                        row.getString(5),
                        vault.text(place(row.getLong(6)), row.getBytes(7))))
                .list();
    }
}
