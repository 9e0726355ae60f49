package jp.tsunagu.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import jp.tsunagu.story.Answers;
import jp.tsunagu.story.OfficeStory;
import jp.tsunagu.work.Watch;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was half typed stays as long as somebody can go on with it, and no longer. */
class LeftDraftsTest extends OfficeStory {

    @Autowired
    private Watch watch;

    @Autowired
    private JdbcClient database;

    @Test
    void theyGoTheNightAfterTheirTaskIsGone() {
        office.on("2026-06-01");
        String open = office.as("saeki").receives(Answers.named("下書 のこる", "したがき のこる", "1981-02-03"));
        String gone = office.as("saeki").receives(Answers.named("下書 きえる", "したがき きえる", "1982-03-04"));
        String kept = typedIn(open);
        String left = typedIn(gone);
        office.as("saeki")
                .reports(
                        gone,
                        "personDied",
                        Map.of("diedOn", "2026-06-01", "deathReportedOn", "2026-06-01", "deathReportedBy", "家族"));
        watch.check();
        assertThat(drafts(left)).as("on the same day").isOne();
        office.on("2026-06-02");
        watch.check();
        assertThat(drafts(left)).isZero();
        assertThat(drafts(kept)).isOne();
    }

    @Test
    void onAPageTheyGoAfterThirtyDays() {
        office.on("2026-06-01");
        String number = office.as("saeki").receives(Answers.named("下書 おかれる", "したがき おかれる", "1983-04-05"));
        office.as("saeki").call("PUT", "/api/drafts/cases/" + number + "/record", Map.of("facts", "書きかけ"));
        office.clock("2026-06-30T09:00");
        watch.check();
        assertThat(ofSubject("page:" + number + ":record")).isOne();
        office.clock("2026-07-02T09:00");
        watch.check();
        assertThat(ofSubject("page:" + number + ":record")).isZero();
    }

    @Test
    void aReportThatNobodyCanMakeAnyMoreGoesToo() {
        office.on("2026-06-01");
        String gone = office.as("saeki").receives(Answers.named("下書 きえる", "したがき きえる", "1982-03-04"));
        office.as("aoki").call("PUT", "/api/drafts/events/" + gone + "/complaintReceived", Map.of("complainant", "家族"));
        office.as("saeki")
                .reports(
                        gone,
                        "personDied",
                        Map.of("diedOn", "2026-06-01", "deathReportedOn", "2026-06-01", "deathReportedBy", "家族"));
        office.on("2026-06-02");
        watch.check();
        assertThat(reports(gone)).as("the procedure is not over yet").isOne();
        office.as("manabe")
                .does(
                        gone,
                        "settleAfterDeath",
                        Map.of(
                                "settledOn",
                                "2026-06-02",
                                "lettersStopped",
                                true,
                                "providersTold",
                                true,
                                "householdMembers",
                                "none",
                                "settlementNote",
                                "区へ報告した。"));
        office.on("2026-06-03");
        watch.check();
        assertThat(reports(gone)).isZero();
    }

    private long reports(String caseNumber) {
        return database.sql("select count(*) from form_draft where subject like ?")
                .param("event:" + caseNumber + ":%")
                .query(Long.class)
                .single();
    }

    private String typedIn(String caseNumber) {
        String task =
                office.as("saeki").task(caseNumber, "decideTriage").path("id").asText();
        office.as("saeki").takes(caseNumber, "decideTriage");
        office.as("saeki").call("PUT", "/api/drafts/task/" + task, Map.of("triageReason", "書きかけ"));
        return task;
    }

    private long drafts(String task) {
        return ofSubject("task:" + task);
    }

    private long ofSubject(String subject) {
        return database.sql("select count(*) from form_draft where subject = ?")
                .param(subject)
                .query(Long.class)
                .single();
    }
}
