package jp.tsunagu.notice.mail;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import jp.tsunagu.calendar.WorkingDays;
import jp.tsunagu.engine.Members;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The mails that were given up, for 主任 and the system administrators. */
@Component
public class MailFailures {

    private static final int MOST = 200;

    private final JdbcClient database;
    private final Members members;
    private final MailOutbox outbox;

    MailFailures(JdbcClient database, Members members, MailOutbox outbox) {
        this.database = database;
        this.members = members;
        this.outbox = outbox;
    }

    /** A mail that was given up: whom it did not reach, and when it was tried for the last time. */
    public record Failure(UUID id, String caseNumber, String to, OffsetDateTime last) {}

    /** As far as this person may know of the case. */
    public List<Failure> all(String user) {
        return database.sql("""
                        select m.id, c.case_number, m.account, m.next_at from notice_mail m
                        join notice n on n.id = m.notice_id join support_case c on c.id = n.case_id
                        where m.state = 'FAILED' and c.case_number not in (select hidden_from(?)) order by m.next_at desc limit ?
                        """)
                .params(user, MOST)
                .query((row, number) -> new Failure(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        members.nameOf(row.getString(3)),
                        row.getObject(4, OffsetDateTime.class)
                                .atZoneSameInstant(WorkingDays.TOKYO)
                                .toOffsetDateTime()))
                .list();
    }

    /** Tries these anew. */
    public void again(List<UUID> ids, String user) {
        ids.forEach(id -> outbox.again(id, user));
    }
}
