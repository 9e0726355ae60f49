package jp.tsunagu.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import jp.tsunagu.casefile.crypt.Opened;
import jp.tsunagu.startup.Clerk.Draft;
import jp.tsunagu.startup.Clerk.Form;
import jp.tsunagu.story.Answers;
import jp.tsunagu.story.Office;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The program is killed while forms are being sent. Afterwards each step is whole or not there, and none that was confirmed is lost. */
@Tag("full")
class KilledMidSubmitIT {

    private static final Logger FIGURES = LoggerFactory.getLogger("jp.tsunagu.figures");
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int KILLS = 3;
    private static final int SURE_KILLS = 2;

    @AutoClose
    private static Installation installation;

    private static JdbcClient database;
    private static RunningNode node;
    private static Office office;

    /** One for every kill, prepared at once by a node that has warmed up. */
    private static final Deque<String> RIPE = new ArrayDeque<>();

    @BeforeAll
    static void open() throws IOException {
        installation = Installation.empty();
        database = installation.database();
        start();
        Staff.enter(office);
        for (int i = 0; i < KILLS + SURE_KILLS; i++) {
            RIPE.push(RipeCase.in(office));
        }
    }

    private static void start() {
        node = installation.start();
        office = node.ready();
    }

    @Test
    void atAnyMoment() throws IOException {
        long seed = new Random().nextLong();
        FIGURES.info("seed {}", seed);
        Random chance = new Random(seed);
        int unanswered = 0;
        for (int kill = 1; kill <= KILLS; kill++) {
            Shift shift = Shift.until(node, office, RIPE.pop(), chance);
            start();
            assertThat(Wholeness.broken(installation.dataSource()))
                    .as("kill %d of seed %d", kill, seed)
                    .isEmpty();
            promisesAreKept(shift);
            unanswered += goOn(shift.all(clerk -> clerk.unanswered));
            assertThat(Wholeness.broken(installation.dataSource()))
                    .as("after going on")
                    .isEmpty();
        }
        // if nothing was ever under way, this proved nothing
        assertThat(unanswered).isPositive();
    }

    private static void promisesAreKept(Shift shift) throws IOException {
        assertThat(database.sql("select case_number from support_case")
                        .query(String.class)
                        .list())
                .containsAll(shift.all(clerk -> clerk.received));
        for (Form form : shift.all(clerk -> clerk.accepted)) {
            assertThat(isStored(form.taskId())).as("%s", form.step()).isTrue();
        }
        for (Draft draft : shift.all(clerk -> clerk.drafts)) {
            List<String> kept = drafts(draft.taskId());
            // a form that was taken needs no draft any more
            assertThat(kept).hasSize(isStored(draft.taskId()) ? 0 : 1);
            for (String data : kept) {
                assertThat(new ObjectMapper().readTree(data)).isEqualTo(draft.data());
            }
        }
    }

    /** What got no answer is there as a whole, or can be sent again. */
    private static int goOn(List<Form> unanswered) {
        List<Form> missing =
                unanswered.stream().filter(form -> !isStored(form.taskId())).toList();
        FIGURES.info("forms under way when killed: {}, of which not stored: {}", unanswered.size(), missing.size());
        for (Form form : missing) {
            assertThat(office.as(form.account()).steps(form.caseNumber())).contains(form.step());
            office.as(form.account()).does(form.caseNumber(), form.step(), form.answers());
        }
        return unanswered.size();
    }

    /** Killed for sure when document and decision are written but letters, or the engine's own rows, are not. */
    @ParameterizedTest
    @ValueSource(strings = {"notice", "act_hi_taskinst"})
    void inTheMiddleOfTheDecision(String table) throws SQLException {
        String number = RIPE.pop();
        office.as("kaji").takes(number, "decidePlan");
        String task = office.as("kaji").task(number, "decidePlan").path("id").asText();
        ObjectNode document = office.as("kaji").open(task);
        Office.answer(document, Answers.decision("decided"));
        try (Connection lock = installation.dataSource().getConnection()) {
            lock.setAutoCommit(false);
            // everybody may read the table, nobody may write to it
            lock.createStatement().execute("lock table " + table + " in share mode");
            Office dying = office;
            CompletableFuture<?> sending =
                    CompletableFuture.supplyAsync(() -> dying.as("kaji").trySend(task, document));
            await().atMost(PATIENCE).until(() -> waitingWrites(table) == 1);
            node.kill();
            assertThat(sending).failsWithin(PATIENCE);
        }
        start();

        assertThat(isStored(task)).isFalse();
        assertThat(Wholeness.broken(installation.dataSource())).isEmpty();
        assertThat(office.as("kaji").steps(number)).containsExactly("decidePlan");
        office.as("kaji").does(number, "decidePlan", Answers.decision("decided"));
        assertThat(Wholeness.broken(installation.dataSource())).isEmpty();
        assertThat(isStored(task)).isTrue();
    }

    private static long waitingWrites(String table) {
        return database.sql("select count(*) from pg_stat_activity where wait_event_type = 'Lock' "
                        + "and query ~* ('(insert into|update)\\s+' || ?)")
                .param(table)
                .query(Long.class)
                .single();
    }

    private static boolean isStored(String task) {
        return database.sql("select count(*) from form_document where task_id = ?")
                        .param(task)
                        .query(Long.class)
                        .single()
                == 1;
    }

    private static List<String> drafts(String task) {
        return Opened.of(installation.dataSource())
                .ask(opened -> opened.sql("select data::text from form_draft where subject = 'task:' || ?")
                        .param(task)
                        .query(String.class)
                        .list());
    }
}
