package jp.tsunagu.disposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import jp.tsunagu.TsunaguApplication;
import jp.tsunagu.casefile.crypt.Opened;
import jp.tsunagu.oversight.Stays;
import jp.tsunagu.startup.Staff;
import jp.tsunagu.story.Answers;
import jp.tsunagu.story.LongCase;
import jp.tsunagu.story.Office;
import jp.tsunagu.story.Office.Session;
import jp.tsunagu.story.ShortCase;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A backup that is made while people work, put into an empty database: whole cases, and they go on to their end with their timers. Who
 * was erased in between comes back with it, and is gone again before anybody gets in.
 */
@Tag("endurance")
class BackupRestoreIT {

    private static final Logger FIGURES = LoggerFactory.getLogger("jp.tsunagu.figures");
    private static final String ERASED = "消野 跡";
    private static final String UNDER_WAY = "途野 中";

    @TempDir
    private Path folder;

    @AfterEach
    void letTheClockGo() {
        Office.stopClock();
    }

    @Test
    void whatWasBackedUpGoesOnInAnotherDatabase() throws Exception {
        Optional<Path> programs = PostgresOfTheMachine.programs();
        assumeThat(programs).as("PostgreSQL with its programs").isPresent();
        Path dump = folder.resolve("tsunagu.dump");
        Path journal = folder.resolve("erased.jsonl");
        Map<String, String> outside = Map.of("TSUNAGU_ERASURE_JOURNAL", journal.toString());
        String running;
        List<String> erased;
        Set<String> before;
        Set<String> told;
        try (PostgresOfTheMachine server = PostgresOfTheMachine.start(programs.get())) {
            server.create("one");
            server.create("two");
            try (ConfigurableApplicationContext application = application(server.url("one"), journal)) {
                Office office = office(application);
                Staff.enter(office);
                running = new LongCase(office).toTheSupport("2026-05-11", "続野 道", "つづきの みち");
                String over = received(office, ERASED, "けしの あと");
                ShortCase.end(office, over);
                String underWay = received(office, UNDER_WAY, "みちの なか");
                erased = List.of(over, underWay);
                JdbcClient database = application.getBean(JdbcClient.class);
                before = new TreeSet<>(numbers(database));
                told = Set.of(ERASED, "けしの あと", UNDER_WAY, "みちの なか");

                backupWhilePeopleWork(server, office, outside, dump);
                assertThatThrownBy(() -> server.runs("one", outside, "ops/restore", dump.toString()))
                        .as("never over what is there")
                        .hasMessageContaining("空ではありません");

                assertThat(whereTold(application, told)).isNotEmpty();
                ShortCase.end(office, underWay);
                erased.forEach(number -> erase(application, office, number));
                assertThat(whereTold(application, told)).isEmpty();
            }
            long start = System.nanoTime();
            server.runs("two", outside, "ops/restore", dump.toString());
            FIGURES.info(
                    "restored in {} ms",
                    Duration.ofNanos(System.nanoTime() - start).toMillis());
            try (ConfigurableApplicationContext application = application(server.url("two"), journal)) {
                goesOn(application, running, erased, before, told);
            }
        }
    }

    private static String received(Office office, String name, String kana) {
        return office.as("saeki").receives(Answers.named(name, kana, "1991-02-03"));
    }

    private static void backupWhilePeopleWork(
            PostgresOfTheMachine server, Office office, Map<String, String> outside, Path dump) throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        Set<String> received = new ConcurrentSkipListSet<>();
        CompletableFuture<Void> work = CompletableFuture.runAsync(() -> {
            while (!done.get()) {
                String number = office.as("saeki").receives(Answers.named("並野 列", "なみの れつ", "1980-01-01"));
                office.as("saeki").does(number, "decideTriage", Answers.triage("continueSupport"));
                received.add(number);
            }
        });
        while (received.isEmpty() && !work.isDone()) {
            Thread.onSpinWait();
        }
        long start = System.nanoTime();
        String said = server.runs("one", outside, "ops/backup", dump.toString());
        FIGURES.info(
                "backed up in {} ms: {}",
                Duration.ofNanos(System.nanoTime() - start).toMillis(),
                said.strip());
        done.set(true);
        work.join();
        assertThat(received).as("received while the backup was made").isNotEmpty();
        assertThat(Files.size(dump)).isPositive();
    }

    private static void erase(ConfigurableApplicationContext application, Office office, String number) {
        application.getBean(Stays.class).update();
        Session manabe = office.logsIn("manabe");
        assertThat(manabe.posts(
                                "/disposal/request",
                                Map.of(
                                        "number",
                                        number,
                                        "ground",
                                        "KEPT_BEYOND_PURPOSE",
                                        "on",
                                        "R8.5.11",
                                        "note",
                                        "相談の目的は終わり、記録を持つ理由がない。",
                                        "unhindered",
                                        "true"))
                        .text())
                .contains("消去の請求を提案しました");
        String id = application
                .getBean(JdbcClient.class)
                .sql("select id::text from disposal where case_number = ?")
                .param(number)
                .query(String.class)
                .single();
        office.logsIn("kaji").posts("/disposal/approve", Map.of("picked", id));
        assertThat(application.getBean(ErasureRun.class).run()).isEqualTo(1);
    }

    private static void goesOn(
            ConfigurableApplicationContext application,
            String running,
            List<String> erased,
            Set<String> before,
            Set<String> told) {
        JdbcClient database = application.getBean(JdbcClient.class);
        application.getBean(Stays.class).update();
        assertThat(whereTold(application, told)).as("erased again by the start").isEmpty();
        assertThat(database.sql("select case_number from disposal_certificate where after_restore")
                        .query(String.class)
                        .list())
                .as("one that was over when the backup was made, one that was under way")
                .containsExactlyInAnyOrderElementsOf(erased);
        assertThat(database.sql("select count(*) from act_hi_procinst where business_key_ = any (?)")
                        .param(erased.toArray(String[]::new))
                        .query(Long.class)
                        .single())
                .isZero();
        Set<String> left = new TreeSet<>(before);
        erased.forEach(left::remove);
        assertThat(numbers(database)).containsAll(left).doesNotContainAnyElementsOf(erased);
        assertThat(database.sql("""
                                select count(*) from support_case c where c.status <> 'CLOSED' and (
                                  not exists (select 1 from form_document d where d.case_id = c.id)
                                  or not exists (select 1 from act_ru_execution e where e.business_key_ = c.case_number))
                                """).query(Long.class).single())
                .as("a case is there as a whole or not at all")
                .isZero();

        Office office = office(application);
        long timers = application
                .getBean(ManagementService.class)
                .createJobQuery()
                .timers()
                .count();
        assertThat(timers).isPositive();
        new LongCase(office).toTheEnd(running);
        assertThat(database.sql("select status from support_case where case_number = ?")
                        .param(running)
                        .query(String.class)
                        .single())
                .isEqualTo("CLOSED");
        assertThat(database.sql("select count(*) from act_ru_execution where business_key_ = ?")
                        .param(running)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    /** In which columns, also where they lie encrypted. */
    private static List<String> whereTold(ConfigurableApplicationContext application, Set<String> told) {
        List<String> found =
                new ArrayList<>(new WholeDatabase(application.getBean(JdbcClient.class)).columnsWith(told));
        found.addAll(
                Opened.of(application.getBean(DataSource.class)).ask(open -> new WholeDatabase(open).openedWith(told)));
        return found;
    }

    private static List<String> numbers(JdbcClient database) {
        return database.sql("select case_number from support_case")
                .query(String.class)
                .list();
    }

    private static ConfigurableApplicationContext application(String url, Path journal) {
        return new SpringApplicationBuilder(TsunaguApplication.class)
                .run(
                        "--server.port=0",
                        "--spring.datasource.url=" + url,
                        "--spring.datasource.username=postgres",
                        "--tsunagu.admin-password=demo",
                        "--tsunagu.erasure-journal=" + journal,
                        "--tsunagu.data-keys=" + Opened.KEY,
                        "--tsunagu.login.change-first-password=false",
                        "--tsunagu.login.shortest-password=4",
                        "--tsunagu.login.fewest-guesses=0",
                        "--camunda.bpm.job-execution.enabled=false");
    }

    private static Office office(ConfigurableApplicationContext application) {
        int port = ((WebServerApplicationContext) application).getWebServer().getPort();
        return new Office(port, application.getBean(ManagementService.class));
    }
}
