package jp.tsunagu.notice;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was done with each notice. Rows are only added; the database refuses anything else. */
@Component
class NoticeHistory {

    private final JdbcClient database;
    private final Clock clock;

    NoticeHistory(JdbcClient database, Clock clock) {
        this.database = database;
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
        database.sql("""
                        insert into notice_event (notice_id, at, act, by_user, on_day, manner, reason, note)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        notice,
                        OffsetDateTime.now(clock),
                        line.act().name(),
                        line.by(),
                        line.on(),
                        line.manner(),
                        line.reason(),
                        line.note())
                .update();
    }

    /** The oldest first. */
    List<Line> of(UUID notice) {
        return database.sql("""
                        select act, by_user, on_day, manner, reason, note from notice_event
                        where notice_id = ? order by id
                        """)
                .param(notice)
                .query((row, number) -> new Line(
                        Act.valueOf(row.getString(1)),
                        row.getString(2),
                        row.getObject(3, LocalDate.class),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6)))
                .list();
    }
}
