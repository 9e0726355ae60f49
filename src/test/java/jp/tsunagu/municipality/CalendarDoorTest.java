package jp.tsunagu.municipality;

import static jp.tsunagu.story.Answers.of;
import static jp.tsunagu.story.Answers.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import jp.tsunagu.story.Answers;
import jp.tsunagu.story.Office;
import jp.tsunagu.story.Office.Answer;
import jp.tsunagu.story.OfficeStory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The calendar is corrected by an administrator, and the dates that were set before go with it. In a May of its own. */
class CalendarDoorTest extends OfficeStory {

    private static final String DAY = "/api/calendar/2028-05-10";

    @Autowired
    private JdbcClient database;

    @BeforeEach
    void open() {
        office.clock("2028-04-26T09:30");
    }

    @AfterEach
    void close() {
        database.sql("delete from calendar_override where day >= '2028-01-01'").update();
    }

    @ParameterizedTest
    @CsvSource({
        "saeki, 2028-05-10, false, 停電, 403, システム管理者だけ",
        "manabe, 2028-05-10, false, 停電, 403, システム管理者だけ",
        "admin, 2028-05-10, false, '  ', 400, 理由を",
        "admin, 2028-05-10, false, , 400, 理由を",
        "admin, 2028-05-10, , 停電, 400, 開庁",
        "admin, 2028-04-25, false, 停電, 400, 過ぎた日",
        "admin, 2028-02-30, false, 停電, 400, 日付は",
        "admin, 2099-05-10, false, 停電, 400, 日付は",
        "admin, あした, false, 停電, 400, 日付は"
    })
    void refusesWithAReason(String account, String day, Boolean open, String reason, int status, String says) {
        Map<String, Object> change = new HashMap<>();
        change.put("open", open);
        change.put("reason", reason);
        String path = "/api/calendar/" + java.net.URLEncoder.encode(day, java.nio.charset.StandardCharsets.UTF_8);
        Answer answer = office.logsIn(account).call("PUT", path, change);
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.json().path("message").asText()).contains(says);
        assertThat(database.sql("select count(*) from calendar_override where day >= '2028-01-01'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void oneDayClosedAndOpenedAgain() {
        Office.Session admin = office.logsIn("admin");
        assertThat(admin.call("GET", DAY, null).json().path("open").asBoolean()).isTrue();
        Answer closed = admin.call("PUT", DAY, of("open", false, "reason", "停電のため"));
        assertThat(closed.status()).as(closed.text()).isEqualTo(200);
        assertThat(closed.json().path("open").asBoolean()).isFalse();
        assertThat(closed.json().path("correction").path("changedBy").asText()).isEqualTo("admin");
        assertThat(office.logsIn("manabe").call("GET", DAY, null).status()).isEqualTo(403);
        assertThat(office.logsIn("manabe").call("DELETE", DAY, null).status()).isEqualTo(403);
        Answer opened = admin.call("DELETE", DAY, null);
        assertThat(opened.json().path("open").asBoolean()).isTrue();
        assertThat(opened.json().path("correction").isNull()).isTrue();
    }

    /** Closed afterwards: a task waits for the next open day, so does a timer; what a law sets is due the day before. */
    @Test
    void datesGoWithTheCalendar() {
        String welfare = appliedForWelfare("2028-04-26");
        assertThat(office.as("saeki").due(welfare, "recordWelfareOutcome")).isEqualTo("2028-05-10");
        office.on("2028-05-08");
        String waiting = inNeed();
        assertThat(timer(waiting)).isEqualTo("2028-05-10");
        office.on("2028-05-09");
        String late = office.as("saeki").receives(Answers.named("暦 四郎", "こよみ しろう", "1980-01-01"));
        assertThat(office.as("saeki").due(late, "decideTriage")).isEqualTo("2028-05-10");

        office.logsIn("admin").call("PUT", DAY, of("open", false, "reason", "停電のため"));

        assertThat(office.as("saeki").due(late, "decideTriage")).isEqualTo("2028-05-11");
        assertThat(timer(waiting)).isEqualTo("2028-05-11");
        assertThat(office.as("saeki").due(welfare, "recordWelfareOutcome")).isEqualTo("2028-05-09");
        assertThat(reckoned(welfare)).isEqualTo(LocalDate.of(2028, 5, 10));
    }

    /** A limit that falls on a closed day from the start is due on the open day before; both days are kept. */
    @Test
    void aLegalLimitIsNeverLater() {
        String welfare = appliedForWelfare("2028-04-21");
        assertThat(office.as("saeki").due(welfare, "recordWelfareOutcome")).isEqualTo("2028-05-02");
        assertThat(reckoned(welfare)).isEqualTo(LocalDate.of(2028, 5, 5));
    }

    @Test
    void aDayClosedInTheDatabaseIsFoundAtNight() {
        office.on("2028-05-09");
        String late = office.as("saeki").receives(Answers.named("暦 四郎", "こよみ しろう", "1980-01-01"));
        database.sql(
                        "insert into calendar_override (municipality, day, open, reason) values ('minato', '2028-05-10', false, '停電')")
                .update();
        assertThat(office.as("saeki").due(late, "decideTriage")).isEqualTo("2028-05-10");
        office.logsIn("admin").call("POST", "/api/watch", Map.of());
        assertThat(office.as("saeki").due(late, "decideTriage")).isEqualTo("2028-05-11");
    }

    private String inNeed() {
        String number = office.as("saeki").receives(Answers.named("暦 五郎", "こよみ ごろう", "1980-01-01"));
        office.as("saeki")
                .does(number, "decideTriage", with(Answers.triage("continueSupport"), "welfareIntent", "yes"));
        return number;
    }

    private String appliedForWelfare(String day) {
        office.on(day);
        String number = inNeed();
        office.as("saeki").does(number, "handOverToWelfareOffice", Answers.handover());
        office.as("yuasa").does(number, "confirmReceipt", Answers.receipt(day + "T09:00"));
        return number;
    }

    private String timer(String number) {
        return database.sql("""
                        select (j.duedate_::timestamptz at time zone 'Asia/Tokyo')::date::text
                        from act_ru_job j join act_ru_execution e on e.id_ = j.process_instance_id_
                        join act_ru_jobdef d on d.id_ = j.job_def_id_
                        where e.business_key_ = ? and d.act_id_ = 'pursuitDue'
                        """).params(number).query(String.class).single();
    }

    private LocalDate reckoned(String number) {
        return database.sql(
                        "select reckoned_on from task_deadline where case_number = ? and step = 'recordWelfareOutcome'")
                .params(number)
                .query(LocalDate.class)
                .single();
    }
}
