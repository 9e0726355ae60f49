package jp.tsunagu.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jp.tsunagu.access.Accounts;
import jp.tsunagu.access.Roles;
import jp.tsunagu.casefile.CaseStatus;
import jp.tsunagu.casefile.Cases;
import jp.tsunagu.casefile.Responsibility;
import jp.tsunagu.engine.InternalActs;
import jp.tsunagu.municipality.Absences;
import jp.tsunagu.story.Answers;
import jp.tsunagu.story.Office.Answer;
import jp.tsunagu.story.OfficeStory;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Orphans are planted, and each is found: no open case without a person responsible and a next date. */
class OrphanCheckTest extends OfficeStory {

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private IdentityService identity;

    @Autowired
    private InternalActs acts;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Absences absences;

    @Autowired
    private Cases cases;

    @Autowired
    private Responsibility responsibility;

    @Autowired
    private Watch watch;

    @Autowired
    private JdbcClient database;

    private String number;

    @BeforeEach
    void receive() {
        office.on("2026-11-02");
        accounts.ensure("kanda", "神田", "", "demo", List.of(Roles.CONSULTATION_SUPPORTER));
        number = office.as("kanda").receives(Answers.named("孤立 次郎", "こりつ じろう", "1980-01-01"));
    }

    @Test
    void whoReceivesIsResponsibleAndNothingIsFound() {
        assertThat(responsibility.of(number, Roles.CONSULTATION_SUPPORTER)).contains("kanda");
        assertThat(nextDate()).isEqualTo("2026-11-04");
        check();
        assertThat(lines()).isEmpty();
    }

    @Test
    void theRowOfTheWorkerIsGone() {
        database.sql("delete from case_worker where user_id = 'kanda'").update();
        check();
        String taker = taker();
        assertThat(List.of("manabe", "aoki")).contains(taker);
        assertThat(lines()).singleElement().asString().contains("担当者のいないケース", named(taker));
        assertThat(database.sql("select user_id from access_record where case_number = ? and action = '担当の引継ぎ'")
                        .params(number)
                        .query(String.class)
                        .list())
                .containsExactly("tsunagu");
        check();
        assertThat(lines()).isEmpty();
        assertThat(taker()).isEqualTo(taker);
    }

    @Test
    void theAccountIsDeleted() {
        office.as("kanda").takes(number, "decideTriage");
        identity.deleteUser("kanda");
        check();
        assertThat(responsibility.of(number, Roles.CONSULTATION_SUPPORTER))
                .isNotEqualTo(java.util.Optional.of("kanda"));
        assertThat(lines())
                .hasSize(2)
                .anyMatch(line -> line.startsWith("担当者が利用者または係から外れました。") && line.endsWith(named(taker())))
                .anyMatch(line -> line.startsWith("タスクの担当者が") && line.endsWith("主任相談支援員"));
        assertThat(office.as("manabe")
                        .task(number, "decideTriage")
                        .path("assignee")
                        .isNull())
                .isTrue();
        office.as("saeki").does(number, "decideTriage", Answers.triage("continueSupport"));
        assertThat(responsibility.of(number, Roles.CONSULTATION_SUPPORTER)).contains("saeki");
    }

    /** Who moved to another office keeps the account, not the case. */
    @Test
    void theWorkerLeftTheGroup() {
        identity.deleteMembership("kanda", Roles.CONSULTATION_SUPPORTER);
        try {
            check();
            assertThat(lines()).anyMatch(line -> line.startsWith("担当者が利用者または係から外れました。"));
        } finally {
            identity.createMembership("kanda", Roles.CONSULTATION_SUPPORTER);
        }
    }

    /** 主任 on leave is given nothing. */
    @Test
    void whoIsAwayTakesNothingOver() {
        database.sql("delete from case_worker where user_id = 'kanda'").update();
        absences.add("manabe", LocalDate.of(2026, 11, 2), LocalDate.of(2026, 11, 2));
        check();
        assertThat(taker()).isEqualTo("aoki");
    }

    /** EV8: it goes to somebody who is named, also where another one has less to do. */
    @Test
    void aRestrictedCaseIsTakenOverByWhomItNames() {
        accounts.ensure("ochiai", "落合", "", "demo", List.of(Roles.CHIEF));
        try {
            restrict("kanda", "manabe");
            identity.deleteMembership("kanda", Roles.CONSULTATION_SUPPORTER);
            check();
            assertThat(taker()).isEqualTo("manabe");
            assertThat(lines()).anyMatch(line -> line.endsWith(named("manabe")));
        } finally {
            identity.createMembership("kanda", Roles.CONSULTATION_SUPPORTER);
            identity.deleteUser("ochiai");
        }
    }

    private void restrict(String... named) {
        database.sql("""
                        insert into case_restriction (id, case_number, reason, note, set_by, set_at)
                        values (gen_random_uuid(), ?, 'VIOLENCE', '逃れている', 'kaji', now())
                        """).param(number).update();
        for (String one : named) {
            database.sql("""
                            insert into case_restriction_named (restriction_id, user_id, since, named_by)
                            select id, ?, now(), 'kaji' from case_restriction where case_number = ?
                            """).params(one, number).update();
        }
    }

    @Test
    void theProcessIsGone() {
        String instance = cases.find(number).processInstanceId();
        acts.perform("試験", () -> {
            runtime.deleteProcessInstance(instance, "試験", true);
            return null;
        });
        office.on("2026-11-20");
        check();
        assertThat(lines()).containsExactlyInAnyOrder("次の期日がありません。 主任相談支援員", "手続が動いていません。 主任相談支援員");
        check();
        assertThat(lines()).hasSize(2);
        cases.become(number, CaseStatus.CLOSED, LocalDate.of(2026, 11, 20));
        check();
        assertThat(lines()).isEmpty();
    }

    @Test
    void aClosedCaseWithSomethingLeft() {
        cases.become(number, CaseStatus.CLOSED, LocalDate.of(2026, 11, 2));
        check();
        assertThat(lines()).isEmpty();
        office.on("2026-11-04");
        check();
        assertThat(lines()).containsExactly("終結したケースに、終わっていない手順があります。 主任相談支援員");
    }

    /** Once a night over all nodes, from the set hour on; by hand whenever somebody wants it. */
    @Test
    void onceANight() {
        office.on("2026-11-10");
        watch.tick();
        database.sql("delete from case_worker where user_id = 'kanda'").update();
        office.clock("2026-11-11T01:59");
        watch.tick();
        assertThat(lines()).isEmpty();
        office.clock("2026-11-11T02:00");
        watch.tick();
        assertThat(lines()).hasSize(1);
        database.sql(
                        "delete from case_worker where user_id = ? and case_id = (select id from support_case where case_number = ?)")
                .params(taker(), number)
                .update();
        office.clock("2026-11-11T03:00");
        watch.tick();
        assertThat(responsibility.of(number, Roles.CHIEF)).isEmpty();
        assertThat(responsibility.of(number, Roles.CONSULTATION_SUPPORTER)).isEmpty();
        check();
        assertThat(taker()).isNotNull();
    }

    private void check() {
        Answer answer = office.logsIn("admin").call("POST", "/api/watch", Map.of());
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private String taker() {
        return database.sql("""
                        select user_id from case_worker w join support_case c on c.id = w.case_id
                        where c.case_number = ? and w.until is null
                        """).params(number).query(String.class).optional().orElse(null);
    }

    private static String named(String account) {
        return account.equals("manabe") ? "真鍋" : "青木";
    }

    private String nextDate() {
        return database.sql(
                        "select (next_at at time zone 'Asia/Tokyo')::date::text from case_next_date where case_number = ?")
                .params(number)
                .query(String.class)
                .single();
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        office.logsIn("manabe").call("GET", "/api/watch", null).json().forEach(line -> {
            if (line.path("caseNumber").asText().equals(number)
                    && line.path("step").isNull()) {
                lines.add(
                        line.path("what").asText() + " " + line.path("forWhom").asText());
            }
        });
        return lines;
    }
}
