package jp.tsunagu.notice.mail;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagu.access.Roles;
import jp.tsunagu.notice.mail.Mail.Result;
import jp.tsunagu.work.CaseAlert;
import jp.tsunagu.work.CaseAlerts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The mails that have to go out. The intent to send one is committed before the server is called, and the result after it: a node
 * that dies in between leaves a claim that runs out, and the mail goes again under the same Message-ID. Nodes share the work.
 */
@Component
class MailOutbox {

    private final JdbcClient database;
    private final CaseAlerts alerts;
    private final MailSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    MailOutbox(
            JdbcClient database,
            CaseAlerts alerts,
            MailSettings settings,
            TransactionTemplate transaction,
            Clock clock) {
        this.database = database;
        this.alerts = alerts;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Takes the mail that has waited longest; empty if none is due. */
    Optional<Mail> claim() {
        return transaction.execute(status -> claimNow());
    }

    private Optional<Mail> claimNow() {
        OffsetDateTime now = OffsetDateTime.now(clock);
        Optional<Mail> claimed = database.sql("""
                        with due as (
                          select id from notice_mail where state in ('WAITING', 'SENDING') and next_at <= :now
                          order by next_at limit 1 for no key update skip locked)
                        update notice_mail m
                        set state = 'SENDING', attempts = m.attempts + 1, claim = :claim, next_at = :lease
                        from due, notice n, support_case c
                        where m.id = due.id and n.id = m.notice_id and c.id = n.case_id
                        returning m.id, m.claim, m.message_id, m.account, c.case_number, m.attempts
                        """)
                .param("now", now)
                .param("lease", now.plus(settings.lease()))
                .param("claim", UUID.randomUUID())
                .query((row, number) -> new Mail(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getInt(6)))
                .optional();
        claimed.ifPresent(mail -> note(mail.id(), "BEGUN", null));
        return claimed;
    }

    /**
     * Notes what became of a try. What the server has accepted is sent, whoever has the mail by now; anything else counts only
     * as long as nobody else has it.
     */
    void record(Mail mail, Result result) {
        transaction.executeWithoutResult(status -> recordNow(mail, result));
    }

    private void recordNow(Mail mail, Result result) {
        note(mail.id(), result.name(), null);
        if (result == Result.ACCEPTED) {
            database.sql("update notice_mail set state = 'SENT', sent_at = ?, claim = null where id = ?")
                    .params(OffsetDateTime.now(clock), mail.id())
                    .update();
            alerts.settle(CaseAlert.MAIL_FAILED, mail.id().toString());
            return;
        }
        boolean last = mail.attempts() >= settings.tries();
        OffsetDateTime again =
                last ? OffsetDateTime.now(clock) : OffsetDateTime.now(clock).plus(settings.waitAfter(mail.attempts()));
        int mine = database.sql("""
                        update notice_mail set state = ?, next_at = ?, claim = null
                        where id = ? and claim = ? and state = 'SENDING'
                        """)
                .params(last ? "FAILED" : "WAITING", again, mail.id(), mail.claim())
                .update();
        if (mine > 0 && last) {
            giveUp(mail);
        }
    }

    /** Never silence: 主任 hears of it, since a colleague may not know; the system administrators, since they can mend it. */
    private void giveUp(Mail mail) {
        note(mail.id(), "GIVEN_UP", null);
        for (String role : new String[] {Roles.CHIEF, Roles.SYSTEM_ADMINISTRATOR}) {
            alerts.raise(CaseAlert.MAIL_FAILED, mail.id().toString(), mail.caseNumber(), null, role);
        }
    }

    /** Somebody has mended the cause: it is tried anew, as often as a new one. */
    void again(UUID id, String user) {
        transaction.executeWithoutResult(status -> againNow(id, user));
    }

    private void againNow(UUID id, String user) {
        int given = database.sql("""
                        update notice_mail set state = 'WAITING', attempts = 0, next_at = ? where id = ? and state = 'FAILED'
                        """).params(OffsetDateTime.now(clock), id).update();
        if (given > 0) {
            note(id, "AGAIN", user);
            alerts.settle(CaseAlert.MAIL_FAILED, id.toString());
        }
    }

    private void note(UUID id, String act, String user) {
        database.sql("insert into notice_mail_event (mail_id, at, act, by_user) values (?, ?, ?, ?)")
                .params(id, OffsetDateTime.now(clock), act, user)
                .update();
    }
}
