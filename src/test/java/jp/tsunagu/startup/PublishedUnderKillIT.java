package jp.tsunagu.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.tsunagu.access.Roles;
import jp.tsunagu.benchmark.CaseCopies;
import jp.tsunagu.calendar.WorkingDays;
import jp.tsunagu.procedure.ProcedureFiles;
import jp.tsunagu.procedure.publish.HouseholdStep;
import jp.tsunagu.story.Answers;
import jp.tsunagu.story.Office;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.util.HtmlUtils;

/**
 * A step is inserted while two nodes work, cases begin at both of them, and one is killed in the middle of moving the running
 * ones: none is lost, none moves twice, no day that was set changes, and no case is on a mixture. {@code -Dmigration.cases} says
 * how many there are, 10,000 otherwise.
 */
class PublishedUnderKillIT {

    private static final Pattern WARNING = Pattern.compile("name=\"(reason\\.[^\"]+)\"");

    private static final Logger FIGURES = LoggerFactory.getLogger("jp.tsunagu.figures");
    private static final int CASES = Integer.getInteger("migration.cases", 10_000);
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final String MAIN = "selfRelianceSupport";

    /** Everything about a running case that has to be the same afterwards; a case of its own may have gone on meanwhile. */
    private static final String KEPT = """
            select 'task ' || t.id_ || ' ' || t.task_def_key_ || ' ' || coalesce(t.assignee_, '-') || ' ' || coalesce(t.due_date_::text, '-')
              || ' ' || coalesce(t.follow_up_date_::text, '-') || ' ' || t.priority_ as line from act_ru_task t
            union all select 'timer ' || j.id_ || ' ' || j.duedate_ from act_ru_job j where j.process_instance_id_ is not null
            union all select 'instance ' || e.id_ || ' ' || coalesce(e.super_exec_, '-') from act_ru_execution e
              where e.id_ = e.proc_inst_id_
            """;

    private Installation installation;
    private JdbcClient database;

    @Test
    @Tag("endurance")
    void everyCaseMovesOnce() throws IOException {
        try (Installation here =
                Installation.empty(Map.of("TSUNAGU_WATCH_EVERY", "PT2S", "TSUNAGU_SEALING_AFTER", "PT24H"))) {
            installation = here;
            database = here.database();
            RunningNode first = here.start("first");
            Office atFirst = first.ready();
            Staff.enter(atFirst);
            administrators(atFirst);
            cases(atFirst);
            new CaseCopies(here.dataSource()).fillTo(CASES);
            database.sql("create table kept as " + KEPT).update();
            long running = running();
            Office atSecond = here.start("second").ready();
            int draft = draft();
            propose(atFirst, draft);

            AtomicBoolean over = new AtomicBoolean();
            CompletableFuture<Void> people = CompletableFuture.runAsync(() -> {
                while (!over.get()) {
                    atSecond.as("saeki").receives(RipeCase.reception());
                }
            });
            long began = System.nanoTime();
            approve(atFirst, draft);
            await().atMost(LONGEST).until(() -> count("state = 'MOVED'") > running / 3);
            first.kill();
            long struck = count("state = 'MOVED'");
            await().atMost(LONGEST).pollInterval(Duration.ofSeconds(1)).until(() -> count("state = 'WAITING'") == 0);
            Duration took = Duration.ofNanos(System.nanoTime() - began);
            over.set(true);
            people.join();
            // who began in the moment of the publication, on the former procedure, comes after
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> list("select id_ from act_ru_variable where name_ = 'procedureSet' "
                                    + "and long_ <> (select max(id) from procedure_set)")
                            .isEmpty());
            FIGURES.info("{} running cases moved in {} s, a node killed after {}", running, took.toSeconds(), struck);
            assertThat(took).isLessThan(LONGEST);
            everythingIsThere(running);
        }
    }

    private void everythingIsThere(long running) {
        assertThat(list("select case_number || ' ' || reason from procedure_move_case where state = 'FAILED'"))
                .isEmpty();
        assertThat(count("state = 'MOVED'")).isGreaterThanOrEqualTo(running);
        assertThat(list("select line from kept except (" + KEPT + ")"))
                .as("lost, or with another day")
                .isEmpty();
        assertThat(list("""
                        select p.business_key_ from act_ru_execution p join act_re_procdef d on d.id_ = p.proc_def_id_
                        left join act_ru_variable v on v.execution_id_ = p.id_ and v.name_ = 'procedureSet'
                        left join procedure_set_part s on s.set_id = v.long_ and s.part = 'PROCESS' and s.part_key = d.key_
                        where p.id_ = p.proc_inst_id_
                          and s.version is distinct from d.version_""")).as("on a mixture").isEmpty();
        assertThat(
                        list(
                                "select proc_inst_id_ from act_hi_actinst where act_id_ = 'caseReceived' group by 1 having count(*) > 1"))
                .isEmpty();
    }

    private static void administrators(Office office) {
        for (String account : List.of("tezuka", "hirai")) {
            Map<String, Object> profile = Map.of("id", account, "firstName", account, "lastName", "");
            assertThat(office.as("admin")
                            .call(
                                    "POST",
                                    "/engine-rest/user/create",
                                    Map.of("profile", profile, "credentials", Map.of("password", "demo")))
                            .ok())
                    .isTrue();
            assertThat(office.as("admin")
                            .call(
                                    "PUT",
                                    "/engine-rest/group/" + Roles.PROCEDURE_ADMINISTRATOR + "/members/" + account,
                                    List.of())
                            .ok())
                    .isTrue();
        }
    }

    /** The pattern of the others: in four states, one of them with a handover beside it. */
    private static void cases(Office office) {
        for (int i = 0; i < 10; i++) {
            String number = office.as("saeki").receives(RipeCase.reception());
            if (i >= 4) {
                boolean handover = i == 4;
                office.as("saeki")
                        .does(
                                number,
                                "decideTriage",
                                handover
                                        ? Answers.with(
                                                Answers.triage("welfareOffice"),
                                                "welfareIntent",
                                                "yes",
                                                "incomeBelowMinimum",
                                                "below")
                                        : Answers.triage("continueSupport"));
            }
            if (i >= 7) {
                office.as("saeki").does(number, "obtainApplicationAndConsent", Answers.application());
            }
            if (i >= 9) {
                office.as("saeki").does(number, "assess", Answers.assessment());
            }
        }
    }

    private int draft() {
        int draft = database.sql("""
                        insert into procedure_draft (title, reason, base_set, state, created_by, created_at)
                        values ('家計アセスメント', '区の実情', (select max(id) from procedure_set), 'EDITING', 'tezuka', now()) returning id""").query(Integer.class).single();
        Map<String, byte[]> present = new HashMap<>();
        for (String name : List.of(HouseholdStep.MAIN, HouseholdStep.TARGETS)) {
            present.put(name, read(name));
        }
        HouseholdStep.in(ProcedureFiles.of(present))
                .forEach((name, content) ->
                        database.sql("""
                                insert into procedure_draft_file (draft_id, name, content, revision, changed_by, changed_at)
                                values (?, ?, ?, 1, 'tezuka', now())""").params(draft, name, content).update());
        return draft;
    }

    private static byte[] read(String name) {
        try {
            return Files.readAllBytes(Path.of(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void propose(Office office, int draft) {
        String address = "/procedures/drafts/" + draft + "/publication";
        LocalDate today = LocalDate.now(WorkingDays.TOKYO);
        Map<String, String> asked = new TreeMap<>(Map.of("act", "propose", "effectiveOn", today.toString()));
        Office.Session tezuka = office.logsIn("tezuka");
        Matcher warning = WARNING.matcher(tezuka.opens(address).text());
        while (warning.find()) {
            asked.put(HtmlUtils.htmlUnescape(warning.group(1)), "試しに行うため");
        }
        assertThat(tezuka.posts(address, asked).text()).contains("承認を求めました");
    }

    private static void approve(Office office, int draft) {
        assertThat(office.logsIn("hirai")
                        .posts("/procedures/drafts/" + draft + "/publication", Map.of("act", "approve"))
                        .text())
                .contains("承認しました");
    }

    private long running() {
        return database.sql("select count(*) from act_ru_execution e join act_re_procdef d on d.id_ = e.proc_def_id_ "
                        + "where e.id_ = e.proc_inst_id_ and d.key_ = '" + MAIN + "'")
                .query(Long.class)
                .single();
    }

    private long count(String which) {
        return database.sql("select count(*) from procedure_move_case where " + which)
                .query(Long.class)
                .single();
    }

    private List<String> list(String sql) {
        return database.sql(sql + " limit 5").query(String.class).list();
    }
}
