package jp.tsunagu.notice.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import jp.tsunagu.casefile.Responsibility;
import jp.tsunagu.casefile.RestrictedCases;
import jp.tsunagu.engine.Members;
import jp.tsunagu.notice.NoticeKind;
import jp.tsunagu.notice.Notices;
import jp.tsunagu.notice.mail.Mail.Result;
import jp.tsunagu.notice.mail.MoodyMailServer.Mood;
import jp.tsunagu.notice.mail.MoodyMailServer.Taken;
import jp.tsunagu.story.Answers;
import jp.tsunagu.story.Office;
import jp.tsunagu.story.OfficeStory;
import jp.tsunagu.work.CaseAlerts;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Mails to colleagues: none lost, none twice where that can be told, nothing of a person in them, and never silence. */
class MailDeliveryTest extends OfficeStory {

    private static final String NAME = "隠岐 澪標";
    private static final List<String> RECEIVERS = List.of("manabe", "kaji");

    @Autowired
    private JdbcClient database;

    @Autowired
    private Notices notices;

    @Autowired
    private Members members;

    @Autowired
    private Responsibility responsibility;

    @Autowired
    private RestrictedCases restricted;

    @Autowired
    private CaseAlerts alerts;

    @Autowired
    private IdentityService identity;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Clock clock;

    private MoodyMailServer server;
    private MailSettings settings;
    private MailOutbox outbox;
    private String number;

    @BeforeEach
    void anOfficeWithAddresses() throws IOException {
        office.clock("2026-10-05T09:30");
        RECEIVERS.forEach(account -> address(account, account + "@office.example"));
        database.sql("update notice set mail_planned_at = now() where mail_planned_at is null")
                .update();
        number = office.as("saeki").receives(Answers.named(NAME, "おき みおつくし", "1970-01-01"));
        server = new MoodyMailServer(7, 0);
        settings = new MailSettings(
                "localhost",
                server.port(),
                "",
                "",
                "none",
                "Tsunagu <tsunagu@office.example>",
                Duration.ofSeconds(2),
                Duration.ofMinutes(5),
                Stream.of("PT1M", "PT5M", "PT30M", "PT1H", "PT1H", "PT1H", "PT1H", "PT1H", "PT1H", "PT1H")
                        .map(Duration::parse)
                        .toList());
        outbox = outbox();
    }

    @AfterEach
    void noMoreMail() throws IOException {
        server.close();
        RECEIVERS.forEach(account -> address(account, null));
        database.sql("delete from case_alert where kind = 'mail_failed'").update();
        database.sql("update notice_mail set state = 'SENT' where state <> 'SENT'")
                .update();
    }

    private void address(String account, String email) {
        User user = identity.createUserQuery().userId(account).singleResult();
        user.setEmail(email);
        identity.saveUser(user);
    }

    private MailOutbox outbox() {
        return new MailOutbox(database, alerts, settings, transaction, clock);
    }

    /** A node of its own. */
    private MailRound node() {
        return new MailRound(
                new MailPlan(database, members, responsibility, restricted, settings, transaction, clock),
                outbox(),
                new MailServer(settings, members, clock),
                settings);
    }

    private void written(int count, NoticeKind kind, String role) {
        for (int i = 0; i < count; i++) {
            String cause = number + "/" + kind + "/" + i;
            transaction.executeWithoutResult(status -> notices.toRole(
                    number,
                    kind,
                    role,
                    cause,
                    JsonNodeFactory.instance.objectNode().put("reason", NAME)));
        }
    }

    private void laterBy(Duration time) {
        office.clock(clock.instant()
                .plus(time)
                .atZone(jp.tsunagu.calendar.WorkingDays.TOKYO)
                .toLocalDateTime()
                .toString());
    }

    /** Two nodes, a server of which three in five conversations go wrong, and nodes that die in the middle of a mail. */
    @Test
    void fiftyNoticesAndAServerInAMood() throws Exception {
        server.close();
        server = new MoodyMailServer(11, 60);
        settings = new MailSettings(
                "localhost",
                server.port(),
                "",
                "",
                "none",
                settings.from(),
                settings.timeout(),
                settings.lease(),
                // with eleven tries one in forty runs would give a mail up, which is another story
                Collections.nCopies(40, Duration.ofHours(1)));
        outbox = outbox();
        written(50, NoticeKind.HANDOVER_OVERDUE, "chief-consultation-supporter");
        int died = 0;
        for (int round = 0; round < 60 && waiting() > 0 || round == 0; round++) {
            MailRound first = node();
            MailRound second = node();
            CompletableFuture.allOf(CompletableFuture.runAsync(first::run), CompletableFuture.runAsync(second::run))
                    .join();
            if (round % 4 == 1 && waiting() > 0) {
                laterBy(Duration.ofHours(1));
                // this node took a mail, the server too, and then it was gone
                Mail cutOff = outbox.claim().orElseThrow();
                new MailServer(settings, members, clock).send(cutOff);
                died++;
            }
            laterBy(Duration.ofHours(1));
        }

        assertThat(waiting()).isZero();
        assertThat(server.byMessageId()).hasSize(50);
        assertThat(server.moods().keySet()).containsExactlyInAnyOrder(Mood.values());
        long unsaid = server.taken().stream().filter(taken -> !taken.said()).count();
        // more copies than messages only where the server kept its acceptance to itself, or the node died before noting
        // it
        assertThat(server.taken().size() - 50L).isLessThanOrEqualTo(unsaid + died);
        assertThat(died).isPositive();
        assertThat(events("UNKNOWN")).isPositive();
    }

    private long waiting() {
        return database.sql("select count(*) from notice_mail where state in ('WAITING', 'SENDING')")
                        .query(Long.class)
                        .single()
                + database.sql("select count(*) from notice where receiver is null and mail_planned_at is null")
                        .query(Long.class)
                        .single();
    }

    private long events(String act) {
        return database.sql("""
                        select count(*) from notice_mail_event e join notice_mail m on m.id = e.mail_id
                        join notice n on n.id = m.notice_id join support_case c on c.id = n.case_id
                        where c.case_number = ? and e.act = ?
                        """).params(number, act).query(Long.class).single();
    }

    /** A case number, and that there is something to read: nothing else, neither of the person nor of what happened. */
    @Test
    void whatAMailSays() throws Exception {
        written(1, NoticeKind.DECISION_OVERDUE, "ward-section-chief");
        assertThat(node().run()).isEqualTo(1);
        assertThat(node().run()).isZero();

        Taken taken = server.taken().get(0);
        MimeMessage mail = new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(taken.text().getBytes(StandardCharsets.UTF_8)));
        assertThat(taken.to()).isEqualTo("kaji@office.example");
        assertThat(mail.getSubject()).isEqualTo("[Tsunagu] " + number);
        assertThat(((String) mail.getContent()).strip().replaceAll("\\s+", " "))
                .isEqualTo(number + " Tsunaguで確認してください。");
        assertThat(Collections.list(mail.getAllHeaders()).stream()
                        .map(header -> header.getName())
                        .toList())
                .containsExactlyInAnyOrder(
                        "Date",
                        "From",
                        "To",
                        "Message-ID",
                        "Subject",
                        "MIME-Version",
                        "Content-Type",
                        "Content-Transfer-Encoding",
                        "Auto-Submitted");
    }

    /** A number in a mailbox is a case that somebody knows of. */
    @Test
    void ofARestrictedCaseOnlyThoseNamedGetMail() {
        database.sql("""
                        insert into case_restriction (id, case_number, reason, note, set_by, set_at)
                        values (gen_random_uuid(), ?, 'VIOLENCE', '逃れている', 'kaji', now())
                        """).param(number).update();
        written(1, NoticeKind.RESTRICTION_CHANGED, "chief-consultation-supporter");
        assertThat(node().run()).isZero();
        assertThat(server.taken()).isEmpty();
        database.sql("""
                        insert into case_restriction_named (restriction_id, user_id, since, named_by)
                        select id, 'manabe', now(), 'kaji' from case_restriction where case_number = ?
                        """).param(number).update();
        written(1, NoticeKind.CONTACT_UNLOCKED, "chief-consultation-supporter");
        assertThat(node().run()).isEqualTo(1);
        database.sql("update notice_mail set state = 'FAILED'").update();
        assertThat(office.logsIn("manabe").opens("/notices?show=mails").text()).contains(number);
        assertThat(office.logsIn("admin").opens("/notices?show=mails").text()).doesNotContain(number);
        database.sql(
                        "delete from case_restriction_named where restriction_id in (select id from case_restriction where case_number = ?)")
                .param(number)
                .update();
        database.sql("delete from case_restriction where case_number = ?")
                .param(number)
                .update();
    }

    /** After the last try 主任 and the system administrators see it, and can have it sent again. */
    @Test
    void aMailThatCannotBeSentIsTold() {
        server.refuseAll();
        written(1, NoticeKind.HANDOVER_OVERDUE, "chief-consultation-supporter");
        for (int i = 0; i < settings.tries(); i++) {
            node().run();
            laterBy(Duration.ofHours(2));
        }
        assertThat(events("REFUSED")).isEqualTo(settings.tries());
        for (String told : List.of("manabe", "admin")) {
            assertThat(office.as(told).get("/api/watch").findValuesAsText("what"))
                    .contains("お知らせのメールを送れませんでした。");
        }
        Office.Session browser = office.logsIn("admin");
        String page = browser.opens("/notices?show=mails").text();
        assertThat(page).contains(number, "真鍋").doesNotContain(NAME);

        server.calmDown();
        String id = database.sql("select id::text from notice_mail where state = 'FAILED'")
                .query(String.class)
                .single();
        assertThat(browser.posts("/notices/mails", Map.of("ids", id)).text()).contains("1件を、もう一度送ります。");
        assertThat(node().run()).isEqualTo(1);
        assertThat(office.as("admin").get("/api/watch").findValuesAsText("what"))
                .doesNotContain("お知らせのメールを送れませんでした。");
    }

    /** A node that was taken for dead and yet got through: it is sent, and nobody sends it again. */
    @Test
    void whoWasTakenForDeadAndWasNot() {
        written(1, NoticeKind.HANDOVER_OVERDUE, "chief-consultation-supporter");
        new MailPlan(database, members, responsibility, restricted, settings, transaction, clock).some();
        Mail slow = outbox.claim().orElseThrow();
        assertThat(outbox.claim()).isEmpty();
        laterBy(settings.lease().plusSeconds(1));
        Mail taken = outbox.claim().orElseThrow();
        assertThat(taken.messageId()).isEqualTo(slow.messageId());
        outbox.record(slow, Result.REFUSED);
        assertThat(outbox.claim()).isEmpty();
        outbox.record(slow, Result.ACCEPTED);
        outbox.record(taken, Result.UNKNOWN);
        laterBy(Duration.ofDays(1));
        assertThat(outbox.claim()).isEmpty();
    }
}
