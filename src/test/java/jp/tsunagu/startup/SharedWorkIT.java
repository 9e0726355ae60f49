package jp.tsunagu.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import jp.tsunagu.story.Answers;
import jp.tsunagu.story.Office;
import jp.tsunagu.story.Office.Answer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Two nodes share the timers that fall due. One dies, or falls asleep, in the middle of them: no job is lost, none acts twice,
 * and the other has taken over within two minutes.
 */
class SharedWorkIT {

    private static final Logger FIGURES = LoggerFactory.getLogger("jp.tsunagu.figures");
    private static final Duration TAKEOVER = Duration.ofMinutes(2);
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String FIRST = "first";
    private static final String SECOND = "second";
    private static final String TRIAGE = "decideTriage";

    /** Everything twelve times as fast as in production, where a lock lasts a minute. */
    private static final Map<String, String> HASTE = Map.of(
            "CAMUNDA_BPM_JOB_EXECUTION_LOCK_TIME_IN_MILLIS", "5000",
            "CAMUNDA_BPM_JOB_EXECUTION_WAIT_TIME_IN_MILLIS", "500",
            "CAMUNDA_BPM_JOB_EXECUTION_MAX_WAIT", "2500",
            "SPRING_DATASOURCE_HIKARI_CONNECTIONINITSQL", "set idle_in_transaction_session_timeout = '2500ms'");

    @Test
    @Tag("endurance")
    void inHaste() throws IOException, SQLException {
        new Installed(HASTE).survives(48);
    }

    /** With the settings of production. */
    @Test
    @Tag("endurance")
    void withAThousandTimers() throws IOException, SQLException {
        new Installed(Map.of()).survives(500);
    }

    /** Two nodes on a database that notes who does what. */
    private static final class Installed {

        private final Installation installation;
        private final JdbcClient database;
        private final RunningNode first;
        private final Office atFirst;
        private final Office atSecond;
        private final Handovers handovers;
        private final JobLedger ledger;

        Installed(Map<String, String> settings) throws IOException {
            installation = Installation.empty(settings);
            database = installation.database();
            first = installation.start(FIRST);
            RunningNode second = installation.start(SECOND);
            atFirst = first.ready();
            atSecond = second.ready();
            Staff.enter(atFirst);
            handovers = new Handovers(database);
            ledger = new JobLedger(database);
        }

        /** A form in the hands of a node that sleeps; then half of the timers for it, and half for a node that dies. */
        void survives(int people) throws IOException, SQLException {
            try (installation) {
                formOfASleepingNode();
                handovers.begin(atFirst, people / 2);
                List<String> held = inTheMiddle(first::pause);
                secondTakesOver(held, "asleep");
                handovers.begin(atSecond, people / 2);
                wakesUp();
                assertThat(ledger.endedBy(held)).hasSize(held.size()).containsOnly(SECOND);
                secondTakesOver(inTheMiddle(first::kill), "dead");
                assertThat(handovers.incidents()).isZero();
                assertThat(handovers.tasksMade()).isEqualTo(2L * people);
            }
        }

        /** Somebody gets no answer, goes to the other node and does it there; the first node learns of it when it wakes up. */
        private void formOfASleepingNode() throws SQLException {
            String number = atFirst.as("saeki").receives(RipeCase.reception());
            String task = atFirst.as("saeki").task(number, TRIAGE).path("id").asText();
            ObjectNode document = atFirst.as("saeki").open(task);
            Office.answer(document, Answers.triage("continueSupport"));
            CompletableFuture<Answer> sending;
            try (Connection lock = nobodyMakesTasks()) {
                sending =
                        CompletableFuture.supplyAsync(() -> atFirst.as("saeki").trySend(task, document));
                await().atMost(PATIENCE).until(() -> waitingWrites(FIRST) == 1);
                first.pause();
            }
            OffsetDateTime paused = ledger.now();
            atSecond.as("saeki").does(number, TRIAGE, Answers.triage("continueSupport"));
            FIGURES.info(
                    "form in the hands of a sleeping node: done at the other one {} ms later",
                    Duration.between(paused, ledger.now()).toMillis());
            wakesUp();
            assertThat(sending)
                    .succeedsWithin(PATIENCE)
                    .satisfies(answer -> assertThat(answer.status()).isEqualTo(503))
                    .satisfies(answer -> assertThat(answer.reasons())
                            .singleElement()
                            .asString()
                            .contains("保存できたか確かめられません"));
            assertThat(Wholeness.broken(installation.dataSource())).isEmpty();
        }

        private void wakesUp() {
            first.resume();
            await().atMost(PATIENCE)
                    .until(() -> atFirst.as("saeki")
                            .call("GET", "/engine-rest/task/count", null)
                            .ok());
        }

        /** Strikes when the first node is certainly in the middle of jobs; returns those it held. */
        private List<String> inTheMiddle(Runnable strike) throws SQLException {
            bothAreAwake();
            int timers;
            try (Connection lock = nobodyMakesTasks()) {
                // only now: a fast node would be through with its share before anybody could strike
                timers = handovers.fallDue(Integer.MAX_VALUE);
                await().atMost(PATIENCE).until(() -> waitingWrites(FIRST) > 0);
                strike.run();
            }
            List<String> held = ledger.held(FIRST);
            FIGURES.info("{} timers due at once, {} in the hands of the first node", timers, held.size());
            assertThat(held).isNotEmpty();
            return held;
        }

        /** As long as this connection is open, everybody may read the table of tasks, and nobody may write to it. */
        private Connection nobodyMakesTasks() throws SQLException {
            Connection lock = installation.dataSource().getConnection();
            lock.setAutoCommit(false);
            lock.createStatement().execute("lock table act_ru_task in share mode");
            return lock;
        }

        private void secondTakesOver(List<String> held, String state) {
            OffsetDateTime struck = ledger.now();
            await().atMost(PATIENCE).until(() -> handovers.due() == 0);
            double takeover = ledger.lastEndedAfter(struck);
            FIGURES.info(
                    "first node {}: all jobs were ended {} s later; in all, first {}, second {}",
                    state,
                    takeover,
                    ledger.ended(FIRST),
                    ledger.ended(SECOND));
            assertThat(ledger.endedBy(held)).hasSize(held.size()).containsOnly(SECOND);
            assertThat(takeover).isLessThan(TAKEOVER.toSeconds());
            assertThat(Wholeness.broken(installation.dataSource())).isEmpty();
        }

        private long waitingWrites(String node) {
            return database.sql("select count(*) from pg_stat_activity where wait_event_type = 'Lock' "
                            + "and application_name = ? and query ~* 'insert into\\s+act_ru_task'")
                    .param(node)
                    .query(Long.class)
                    .single();
        }

        /** A node with nothing to do looks for jobs ever more seldom; now both find some at short intervals. */
        private void bothAreAwake() {
            long first = ledger.ended(FIRST);
            long second = ledger.ended(SECOND);
            await().atMost(PATIENCE).pollInterval(Duration.ofMillis(500)).until(() -> {
                handovers.fallDue(1);
                return ledger.ended(FIRST) > first && ledger.ended(SECOND) > second;
            });
        }
    }
}
