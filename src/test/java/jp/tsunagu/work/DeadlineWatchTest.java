package jp.tsunagu.work;

import static jp.tsunagu.story.Answers.item;
import static jp.tsunagu.story.Answers.of;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import jp.tsunagu.casefile.CaseStatus;
import jp.tsunagu.casefile.Cases;
import jp.tsunagu.story.Answers;
import jp.tsunagu.story.Office;
import jp.tsunagu.story.Office.Answer;
import jp.tsunagu.story.OfficeStory;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Nothing stands still in silence: who has a task is warned, and the next person up is told (要領 第9条第5号). */
class DeadlineWatchTest extends OfficeStory {

    private static final String OVERDUE = "期限を過ぎた";
    private static final String ESCALATED = "上への報告の日を過ぎた";
    private static final String TRIAGE = "decideTriage";
    private static final String REPLY = "confirmReferralReceipt";
    private static final int NEW_TASK = 50;

    @Autowired
    private DeadlineWatch watch;

    @Autowired
    private Cases cases;

    @Autowired
    private JdbcClient database;

    private String number;

    /** One working day for the triage; on the second at closing time 主任 is told. */
    @Test
    void aStepOfTheCentre() {
        received("2026-10-05");
        at("2026-10-05T17:00");
        assertThat(priority("saeki", TRIAGE)).isEqualTo(NEW_TASK);
        at("2026-10-06T08:30");
        assertThat(priority("saeki", TRIAGE)).isEqualTo(AlertLevel.WARNING.priority());
        assertThat(list("manabe")).isEmpty();
        at("2026-10-06T17:15");
        assertThat(priority("saeki", TRIAGE)).isEqualTo(AlertLevel.OVERDUE.priority());
        assertThat(list("manabe")).containsExactly(OVERDUE + "／振り分けを決める／佐伯");
        at("2026-10-07T17:14");
        assertThat(list("manabe")).containsExactly(OVERDUE + "／振り分けを決める／佐伯");
        at("2026-10-07T17:15");
        assertThat(priority("manabe", TRIAGE)).isEqualTo(AlertLevel.ESCALATED.priority());
        assertThat(list("manabe")).containsExactly(ESCALATED + "／振り分けを決める／主任相談支援員");
        assertThat(list("kaji")).isEmpty();

        office.as("saeki").does(number, TRIAGE, Answers.triage("continueSupport"));
        assertThat(list("manabe")).isEmpty();
        at("2026-10-07T17:16");
        assertThat(database.sql("select count(*) from task_alert where case_number = ? and settled_at is null")
                        .params(number)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    /** What the ward leaves lying comes before 課長, who sees it without being able to take it. */
    @Test
    void aStepOfTheWard() {
        submitted();
        at("2026-10-15T17:15");
        assertThat(priority("uda", "checkPlan")).isEqualTo(AlertLevel.OVERDUE.priority());
        assertThat(office.as("kaji").steps(number)).isEmpty();
        at("2026-10-21T17:15");
        assertThat(list("kaji")).containsExactly(ESCALATED + "／" + name("uda", "checkPlan") + "／課長");
        assertThat(priority("kaji", "checkPlan")).isEqualTo(AlertLevel.ESCALATED.priority());
        assertThat(standing("kaji"))
                .contains(office.as("kaji").task(number, "checkPlan").path("id").asText());
        String id = office.as("kaji").task(number, "checkPlan").path("id").asText();
        Answer taken = office.as("kaji").call("POST", "/engine-rest/task/" + id + "/claim", Map.of("userId", "kaji"));
        assertThat(taken.status()).as(taken.text()).isEqualTo(403);
        assertThat(office.as("otsuki").steps(number)).doesNotContain("checkPlan");
        office.as("uda").does(number, "checkPlan", Answers.suitable("employmentPreparationSupport"));
        assertThat(list("kaji")).isEmpty();
    }

    /** 主任's own step goes to 課長; the lists of the centre's others do not show it. */
    @Test
    void aStepOfTheChief() {
        received("2026-10-05");
        office.as("saeki").does(number, TRIAGE, Answers.triage("continueSupport"));
        office.as("saeki").does(number, "obtainApplicationAndConsent", Answers.application());
        office.as("saeki").does(number, "assess", Answers.assessment());
        office.as("saeki").does(number, "screen", Answers.screening("plan"));
        at("2026-10-09T17:14");
        assertThat(office.as("kaji").steps(number)).isEmpty();
        at("2026-10-09T17:15");
        assertThat(office.as("kaji").steps(number)).containsExactly("confirmScreening");
        assertThat(office.as("saeki").steps(number)).isEmpty();
        assertThat(list("kaji")).hasSize(1);
    }

    /** I-15: a つなぎ has a receipt, or it is 未確認 and somebody knows. */
    @Test
    void aReferralWithoutReceipt() {
        received("2026-10-05");
        office.as("saeki").does(number, TRIAGE, Answers.triage("referOther"));
        office.as("saeki")
                .does(
                        number,
                        "sendReferral",
                        of(
                                "referralAgency",
                                "tax",
                                "referralOffice",
                                "税務課",
                                "referralReason",
                                "滞納の相談",
                                "referralGround",
                                "personGoes",
                                "referralAccompany",
                                "no",
                                "referralSentOn",
                                "2026-10-05"));
        at("2026-10-19T09:30");
        assertThat(list("manabe")).containsExactly(OVERDUE + "／相手の返答を記録する／佐伯");
        assertThat(state()).startsWith("令和8年10月5日").contains("税務課");
        at("2026-10-20T17:15");
        assertThat(list("manabe")).containsExactly(ESCALATED + "／相手の返答を記録する／主任相談支援員");
        assertThat(state()).startsWith("【未確認】");
        assertThat(database.sql("select step from unconfirmed_referral where case_number = ?")
                        .params(number)
                        .query(String.class)
                        .list())
                .containsExactly(REPLY);
        office.as("saeki")
                .does(
                        number,
                        REPLY,
                        of("referralReply", "accepted", "referralReceivedBy", "係", "referralReplyNote", "電話"));
        assertThat(database.sql("select step from unconfirmed_referral where case_number = ?")
                        .params(number)
                        .query(String.class)
                        .list())
                .isEmpty();
    }

    /** Who waits for the person is not reproached; back again, as many working days are left as were. */
    @Test
    void aCaseThatWaits() {
        received("2026-10-05");
        cases.become(number, CaseStatus.SUSPENDED, LocalDate.of(2026, 10, 5));
        at("2026-10-05T17:00");
        at("2026-10-16T09:30");
        assertThat(priority("saeki", TRIAGE)).isEqualTo(NEW_TASK);
        cases.become(number, CaseStatus.OPEN, LocalDate.of(2026, 10, 16));
        at("2026-10-16T09:31");
        // eight working days on: 12 October is a holiday
        assertThat(office.as("saeki").due(number, TRIAGE)).isEqualTo(LocalDate.of(2026, 10, 19));
        at("2026-10-19T17:14");
        assertThat(priority("saeki", TRIAGE)).isEqualTo(AlertLevel.WARNING.priority());
        at("2026-10-19T17:15");
        assertThat(list("manabe")).containsExactly(OVERDUE + "／振り分けを決める／佐伯");
    }

    /** Lost contact: the search for the person is watched, their own steps are not; the way back moves all dates alike. */
    @Test
    void aPersonWhoIsLostAndFound() {
        received("2026-10-05");
        office.as("saeki")
                .reports(
                        number,
                        "contactLost",
                        of("contactLostOn", "2026-10-05", "safetyWorry", "no", "contactLostNote", "電話に出ない。"));
        at("2026-10-16T09:30");
        assertThat(priority("saeki", TRIAGE)).isEqualTo(NEW_TASK);
        assertThat(priority("saeki", "tryContact")).isGreaterThanOrEqualTo(AlertLevel.OVERDUE.priority());
        office.as("saeki")
                .reports(
                        number,
                        "contactResumed",
                        of(
                                "contactResumedOn",
                                "2026-10-16",
                                "contactResumedWay",
                                "phoneIn",
                                "contactResumedNote",
                                "入院していた。"));
        LocalDate due = office.as("saeki").due(number, TRIAGE);
        at("2026-10-16T09:31");
        assertThat(due).isEqualTo(LocalDate.of(2026, 10, 19));
        assertThat(office.as("saeki").due(number, TRIAGE)).isEqualTo(due);
        assertThat(priority("saeki", TRIAGE)).isEqualTo(NEW_TASK);
        at("2026-10-19T17:15");
        assertThat(list("manabe")).containsExactly(OVERDUE + "／振り分けを決める／佐伯");
        at("2026-10-20T17:14");
        assertThat(list("manabe")).containsExactly(OVERDUE + "／振り分けを決める／佐伯");
        at("2026-10-20T17:15");
        assertThat(list("manabe")).containsExactly(ESCALATED + "／振り分けを決める／主任相談支援員");
    }

    @Test
    void sweptTwiceIsSweptOnce() {
        received("2026-10-05");
        at("2026-10-07T18:00");
        office.clock("2026-10-07T18:01");
        assertThat(watch.sweep()).isZero();
        assertThat(alerts()).isEqualTo(1);
    }

    @Test
    void twoNodesSweepAtOnce() {
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            received("2026-10-05");
            numbers.add(number);
        }
        office.clock("2026-10-07T18:00");
        List<CompletableFuture<Integer>> nodes = IntStream.range(0, 4)
                .mapToObj(node -> CompletableFuture.supplyAsync(watch::sweep))
                .toList();
        nodes.forEach(CompletableFuture::join);
        for (String each : numbers) {
            number = each;
            assertThat(alerts()).isEqualTo(1);
            assertThat(priority("saeki", TRIAGE)).isEqualTo(AlertLevel.ESCALATED.priority());
        }
    }

    /** A person at work is never disturbed: what they are sending while the sweep runs is neither refused nor lost. */
    @Test
    void aFormThatWasOpenIsStillGood() {
        received("2026-10-05");
        office.as("saeki").takes(number, TRIAGE);
        String task = office.as("saeki").task(number, TRIAGE).path("id").asText();
        office.clock("2026-10-07T18:00");
        var form = office.as("saeki").open(task);
        Office.answer(form, Answers.triage("continueSupport"));
        watch.sweep();
        assertThat(office.as("saeki").trySend(task, form).status()).isEqualTo(204);
    }

    @Test
    void theListIsForThoseWhoMayAct() {
        Answer refused = office.logsIn("saeki").call("GET", "/api/watch", null);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.json().path("message").asText()).contains("主任相談支援員");
        assertThat(office.logsIn("kaji").call("POST", "/api/watch", null).status())
                .isEqualTo(403);
    }

    private void received(String day) {
        office.on(day);
        number = office.as("saeki").receives(Answers.named("見守 太郎", "みまもり たろう", "1980-01-01"));
    }

    private void submitted() {
        received("2026-10-09");
        office.as("saeki").does(number, TRIAGE, Answers.triage("continueSupport"));
        office.as("saeki").does(number, "obtainApplicationAndConsent", Answers.application());
        office.as("saeki").does(number, "assess", Answers.assessment());
        office.as("saeki").does(number, "screen", Answers.screening("plan"));
        office.as("manabe").does(number, "confirmScreening", Answers.confirmation());
        office.as("saeki")
                .does(number, "draftPlan", Answers.plan(item("employmentPreparationSupport", "就労準備センター", 6, true)));
        office.as("saeki").does(number, "obtainPlanAgreement", Answers.agreement());
        office.as("manabe").does(number, "convenePlanConference", Answers.meetingOn(Office.today()));
        office.as("manabe").does(number, "recordPlanConference", Answers.conference("approved"));
        office.as("manabe").does(number, "submitPlan", Answers.submission());
        office.as("uda").takes(number, "checkPlan");
    }

    private void at(String dateTime) {
        office.clock(dateTime);
        watch.sweep();
    }

    private int priority(String account, String step) {
        return office.as(account).task(number, step).path("priority").asInt();
    }

    private String name(String account, String step) {
        return office.as(account).task(number, step).path("name").asText();
    }

    private String state() {
        String id = office.as("saeki").task(number, REPLY).path("id").asText();
        return office.as("saeki").open(id).path("data").path("referralState").asText();
    }

    private long alerts() {
        return database.sql("select count(*) from task_alert where case_number = ?")
                .params(number)
                .query(Long.class)
                .single();
    }

    /** The ids of the list 止まっているタスク as Tasklist shows it. */
    private List<String> standing(String account) {
        String name = URLEncoder.encode("止まっているタスク", StandardCharsets.UTF_8);
        JsonNode filters = office.as(account).get("/engine-rest/filter?name=" + name);
        List<String> ids = new ArrayList<>();
        office.as(account)
                .get("/engine-rest/filter/" + filters.get(0).path("id").asText() + "/list")
                .forEach(task -> ids.add(task.path("id").asText()));
        return ids;
    }

    /** What stands in the list about this case: what／step／for whom. */
    private List<String> list(String account) {
        List<String> lines = new ArrayList<>();
        Answer answer = office.logsIn(account).call("GET", "/api/watch", null);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        answer.json().forEach(line -> {
            if (line.path("caseNumber").asText().equals(number)) {
                lines.add(line.path("what").asText() + "／" + line.path("step").asText() + "／"
                        + line.path("forWhom").asText());
            }
        });
        return lines;
    }
}
