package jp.tsunagu.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import java.util.stream.Stream;
import jp.tsunagu.story.Office;
import jp.tsunagu.story.Office.Answer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The database goes away under load and comes back: whoever acts is told, nothing is lost, nothing is there twice. */
class DatabaseAwayIT {

    private static final Logger FIGURES = LoggerFactory.getLogger("jp.tsunagu.figures");
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** What a person would call at once. */
    private static final Duration SOON = Duration.ofSeconds(20);

    private static final int HANDOVERS = 8;
    private static final String RECEPTION = "/engine-rest/process-definition/key/selfRelianceSupport/submit-form";

    private final Queue<Throwable> told = new ConcurrentLinkedQueue<>();

    @Test
    @Tag("endurance")
    void stopped() throws IOException {
        goesAway(Installation::databaseGoes, Installation::databaseComesBack, Duration.ofSeconds(15));
    }

    @Test
    @Tag("endurance")
    void stoppedForAMinute() throws IOException {
        goesAway(Installation::databaseGoes, Installation::databaseComesBack, Duration.ofMinutes(1));
    }

    @Test
    @Tag("endurance")
    void frozenForAMinute() throws IOException {
        goesAway(Installation::databaseFreezes, Installation::databaseThaws, Duration.ofMinutes(1));
    }

    private interface Fault {

        void happens(Installation to);
    }

    private void goesAway(Fault goes, Fault comesBack, Duration away) throws IOException {
        // a job that was under way is locked for this long; how long in production, the test of two nodes measures
        Map<String, String> settings = Map.of("CAMUNDA_BPM_JOB_EXECUTION_LOCK_TIME_IN_MILLIS", "10000");
        try (Installation installation = Installation.empty(settings)) {
            Office office = installation.start().ready();
            Staff.enter(office);
            Office.Session browser = office.logsIn("saeki");
            Handovers handovers = new Handovers(installation.database());
            JobLedger ledger = new JobLedger(installation.database());
            handovers.begin(office, HANDOVERS);
            Load load = Load.of(40, new Random(), this::isTold);
            Promises promises = new Promises(installation.dataSource(), load);

            CompletableFuture<Void> work = load.toTheEnd(office);
            await().atMost(PATIENCE).until(() -> load.acknowledged() > 20 || work.isDone());
            handovers.fallDue(2 * HANDOVERS);
            goes.happens(installation);
            Instant end = Instant.now().plus(away);
            // what the pool has just had in use it does not look at again: at a frozen server that request waits with
            // it
            await().pollDelay(Duration.ofSeconds(1)).until(() -> true);
            everybodyIsToldSoon(office, browser);
            await().atMost(away.plus(PATIENCE)).until(() -> Instant.now().isAfter(end));
            comesBack.happens(installation);

            int before = load.acknowledged();
            Instant back = Instant.now();
            OffsetDateTime moment = ledger.now();
            await().atMost(PATIENCE).until(() -> load.acknowledged() > before || work.isDone());
            FIGURES.info("first form taken {} ms after the database was back", millisSince(back));
            work.join();
            int unanswered = promises.areKept();
            load.toTheEnd(office).join();
            promises.areKept();
            assertThat(load.cases()).allMatch(LoadedCase::isAtGoal);
            await().atMost(PATIENCE).until(() -> handovers.due() == 0);
            FIGURES.info("last timer acted on {} s after the database was back", ledger.lastEndedAfter(moment));
            assertThat(handovers.incidents()).isZero();
            promises.areKept();
            FIGURES.info("{} requests were told, {} forms among them", told.size(), unanswered);
            assertThat(told).isNotEmpty();
        }
    }

    private static long millisSince(Instant instant) {
        return Duration.between(instant, Instant.now()).toMillis();
    }

    /** Every trouble of a clerk is an answer that says what is the matter; then they go on with something else. */
    private boolean isTold(Throwable trouble) {
        if (trouble instanceof AssertionError && trouble.getMessage().contains("status=503")) {
            assertThat(trouble).hasMessageContaining("データベースにつなが").hasMessageContaining("もう一度お試しください");
            told.add(trouble);
            return true;
        }
        throw new AssertionError(trouble);
    }

    /** Reading, keeping a draft, logging in: one after the other would take longer than the database is away. */
    private static void everybodyIsToldSoon(Office office, Office.Session browser) {
        Instant asked = Instant.now();
        CompletableFuture<?> login =
                CompletableFuture.supplyAsync(() -> office.logsIn("saeki"), one -> new Thread(one).start());
        List<CompletableFuture<Answer>> answers = Stream.<Supplier<Answer>>of(
                        () -> office.as("saeki").call("GET", "/engine-rest/task", null),
                        () -> browser.call("GET", "/camunda/api/engine/engine/default/task", null),
                        () -> browser.call("PUT", "/api/drafts/start/reception", Map.of("name", "試野")),
                        () -> office.as("saeki").call("POST", RECEPTION, Map.of()))
                .map(act -> CompletableFuture.supplyAsync(act, one -> new Thread(one).start()))
                .toList();
        for (CompletableFuture<Answer> answer : answers) {
            assertThat(answer)
                    .succeedsWithin(SOON)
                    .satisfies(it -> assertThat(it.status()).as("%s", it).isEqualTo(503))
                    .satisfies(it ->
                            assertThat(it.reasons()).singleElement().asString().contains("データベースにつなが"));
        }
        assertThat(login).failsWithin(SOON).withThrowableThat().withMessageContaining("login of saeki: 503");
        FIGURES.info("told after {} ms", millisSince(asked));
    }
}
