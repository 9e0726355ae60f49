package jp.tsunagu.notice.mail;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagu.casefile.Responsibility;
import jp.tsunagu.casefile.RestrictedCases;
import jp.tsunagu.engine.Members;
import jp.tsunagu.notice.NoticeKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Works out who is told of a notice by e-mail, after the step that wrote it is through: whom it names, whoever has the case in the role it was
 * written to, else everybody of that role, as far as they have an address and may know of the case: a mail says its number.
 */
@Component
class MailPlan {

    private static final int MOST = 50;

    /** Where e-mail was off for a while, nobody is flooded with what they have long read. */
    private static final Duration TOO_OLD = Duration.ofDays(3);

    private final JdbcClient database;
    private final Members members;
    private final Responsibility responsibility;
    private final RestrictedCases restricted;
    private final MailSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    MailPlan(
            JdbcClient database,
            Members members,
            Responsibility responsibility,
            RestrictedCases restricted,
            MailSettings settings,
            TransactionTemplate transaction,
            Clock clock) {
        this.database = database;
        this.members = members;
        this.responsibility = responsibility;
        this.restricted = restricted;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    private record Unplanned(
            UUID id, String caseNumber, NoticeKind kind, String role, String account, boolean matters) {}

    /**
     * Plans some notices that nobody has planned yet.
     *
     * @return how many; 0 if there are none, or another node is at them
     */
    int some() {
        return transaction.execute(status -> someNow());
    }

    private int someNow() {
        OffsetDateTime now = OffsetDateTime.now(clock);
        List<Unplanned> unplanned = database.sql("""
                        select n.id, c.case_number, n.kind, n.receiver_role, n.receiver_account,
                          n.state = 'UNSENT' and n.created_at > :oldest
                        from notice n join support_case c on c.id = n.case_id
                        where n.receiver is null and n.mail_planned_at is null
                        order by n.created_at limit :most for no key update of n skip locked
                        """)
                .param("oldest", now.minus(TOO_OLD))
                .param("most", MOST)
                .query((row, number) -> new Unplanned(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        NoticeKind.valueOf(row.getString(3)),
                        row.getString(4),
                        row.getString(5),
                        row.getBoolean(6)))
                .list();
        for (Unplanned notice : unplanned) {
            if (notice.matters()) {
                receivers(notice).forEach(account -> add(notice.id(), account, now));
            }
            database.sql("update notice set mail_planned_at = ? where id = ?")
                    .params(now, notice.id())
                    .update();
        }
        return unplanned.size();
    }

    private List<String> receivers(Unplanned notice) {
        Optional<String> own = Optional.ofNullable(notice.account())
                .or(() -> notice.kind().concernsAll()
                        ? Optional.empty()
                        : responsibility.of(notice.caseNumber(), notice.role()));
        return own.map(List::of).orElseGet(() -> members.membersOf(notice.role())).stream()
                .filter(account -> members.addressOf(account).isPresent())
                .filter(account -> notice.kind().passesNames(notice.role())
                        || !restricted.isHiddenFrom(account, notice.caseNumber()))
                .toList();
    }

    private void add(UUID notice, String account, OffsetDateTime now) {
        UUID id = UUID.nameUUIDFromBytes((notice + "/" + account).getBytes(StandardCharsets.UTF_8));
        database.sql("""
                        insert into notice_mail (id, notice_id, account, message_id, state, next_at)
                        values (?, ?, ?, ?, 'WAITING', ?) on conflict do nothing
                        """)
                .params(id, notice, account, "<" + id + "@" + settings.domain() + ">", now)
                .update();
    }
}
