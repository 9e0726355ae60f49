package jp.tsunagu.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import jp.tsunagu.notice.mail.MoodyMailServer;
import jp.tsunagu.notice.mail.MoodyMailServer.Taken;
import jp.tsunagu.story.Office;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Notices while the mail server fails at random and the nodes that send are killed: every one arrives, and a mailbox that knows a
 * mail by its Message-ID shows it once. A second copy comes only where nobody could know of the first.
 */
class MailsSurviveKillsIT {

    private static final Logger FIGURES = LoggerFactory.getLogger("jp.tsunagu.figures");
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final String SENT = "select count(*) from notice_mail where state = 'SENT'";

    private static final String NOTICES = """
            insert into notice (id, case_id, kind, receiver_role, cause, state, content, created_at)
            select gen_random_uuid(), c.id, 'HANDOVER_OVERDUE', 'chief-consultation-supporter', 'test/' || n, 'UNSENT', convert_to('{}', 'UTF8'), now()
            from support_case c cross join generate_series(:from, :to) n where c.case_number = :number
            """;

    @Test
    @Tag("endurance")
    void aThousandNoticesAndThreeKills() throws IOException {
        survives(1000, 3);
    }

    private static void survives(int notices, int kills) throws IOException {
        long seed = Long.getLong("tsunagu.seed", new Random().nextLong());
        FIGURES.info("{} notices, {} kills, seed {}", notices, kills, seed);
        try (MoodyMailServer server = new MoodyMailServer(seed, 50);
                Installation installation = Installation.empty(settings(server.port()))) {
            RunningNode[] nodes = {installation.start("first"), installation.start("second")};
            Office office = nodes[0].ready();
            nodes[1].ready();
            Staff.enter(office);
            JdbcClient database = installation.database();
            database.sql("update act_id_user set email_ = id_ || '@office.example' where id_ = 'manabe'")
                    .update();
            String number = office.as("saeki").receives(RipeCase.reception());
            Instant begin = Instant.now();
            int written = 0;
            for (int kill = 1; kill <= kills; kill++) {
                int next = notices * kill / (kills + 1);
                write(database, number, written, next);
                written = next;
                int enough = written - notices / 10;
                await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(() -> sent(database) > enough);
                nodes[kill % 2].kill();
                nodes[kill % 2] = installation.start("again" + kill);
            }
            write(database, number, written, notices);
            await().atMost(PATIENCE).until(() -> sent(database) == notices);
            arrivedOnce(server, notices, kills);
            FIGURES.info(
                    "{} s; conversations {}; attempts cut off {}",
                    Duration.between(begin, Instant.now()).toSeconds(),
                    server.moods(),
                    database.sql(
                                    "select (select count(*) from notice_mail_event where act = 'BEGUN') - (select count(*) "
                                            + "from notice_mail_event where act in ('ACCEPTED', 'REFUSED', 'UNKNOWN'))")
                            .query(Long.class)
                            .single());
            assertThat(database.sql("select count(*) from notice_mail where state <> 'SENT'")
                            .query(Long.class)
                            .single())
                    .isZero();
        }
    }

    private static void arrivedOnce(MoodyMailServer server, int notices, int kills) {
        assertThat(server.byMessageId()).hasSize(notices);
        assertThat(server.taken().stream().map(Taken::to)).containsOnly("manabe@office.example");
        int copies = server.taken().size() - notices;
        long unsaid = server.taken().stream().filter(taken -> !taken.said()).count();
        Map<String, Long> said = server.taken().stream()
                .filter(Taken::said)
                .collect(Collectors.groupingBy(Taken::messageId, Collectors.counting()));
        long saidTwice = said.values().stream().filter(times -> times > 1).count();
        FIGURES.info(
                "{} mails arrived, {} further copies; the server kept {} acceptances to itself; {} came twice because a node "
                        + "died before noting the answer",
                notices,
                copies,
                unsaid,
                saidTwice);
        assertThat((long) copies).isLessThanOrEqualTo(unsaid + kills);
        // a node has one mail in hand
        assertThat(saidTwice).isLessThanOrEqualTo(kills);
    }

    private static long sent(JdbcClient database) {
        return database.sql(SENT).query(Long.class).single();
    }

    private static void write(JdbcClient database, String number, int from, int to) {
        database.sql(NOTICES)
                .param("from", from + 1)
                .param("to", to)
                .param("number", number)
                .update();
    }

    private static Map<String, String> settings(int port) {
        return Map.of(
                "TSUNAGU_MAIL_HOST",
                "localhost",
                "TSUNAGU_MAIL_PORT",
                String.valueOf(port),
                "TSUNAGU_MAIL_FROM",
                "tsunagu@office.example",
                "TSUNAGU_MAIL_EVERY",
                "PT0.2S",
                "TSUNAGU_MAIL_LEASE",
                "PT5S",
                "TSUNAGU_MAIL_TIMEOUT",
                "PT2S",
                "TSUNAGU_MAIL_RETRYAFTER",
                String.join(",", Collections.nCopies(60, "PT0.2S")));
    }
}
