package jp.tsunagu.notice;

import static jp.tsunagu.story.Answers.of;
import static jp.tsunagu.story.Answers.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.tsunagu.casefile.crypt.Opened;
import jp.tsunagu.story.Answers;
import jp.tsunagu.story.DecidedCase;
import jp.tsunagu.story.Office.Answer;
import jp.tsunagu.story.Office.Session;
import jp.tsunagu.story.OfficeStory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From the decision to the letter in the person's hands: in time, once, and if it comes back, again (要領 第10条第4号). */
class LettersStoryTest extends OfficeStory {

    private static final String NAME = "波多野 汀";
    private static final String SEND = "sendSupportNotice";
    private static final String OVERDUE = "本人あての通知が、期限までに送られていません";
    private static final String SOON = "本人あての通知の期限が近づいています";

    @Autowired
    private Opened opened;

    @Autowired
    private LetterWatch watch;

    @Autowired
    private JdbcClient database;

    private String number;

    /** Other tests leave letters behind, and what waits there is not of this story. */
    @BeforeEach
    @AfterEach
    void clearTheDesks() {
        database.sql("update notice set state = 'SENT' where state <> 'SENT'").update();
    }

    /** 24 December 2026 is a Thursday; offices close from the 29th to 3 January. */
    @Test
    void lateOverTheHolidaysThenSentThenReturnedThenDelivered() {
        decided("2026-12-24", Map.of());
        Session uda = office.logsIn("uda");
        String waiting = uda.opens("/notices").text();
        assertThat(waiting).contains(number, "支援提供（変更）通知書", "令和9年1月4日").doesNotContain("決定したプランの写し");
        assertThat(office.logsIn("saeki").opens("/notices").text()).contains(number, "決定したプランの写し", "家計相談室");
        assertThat(office.logsIn("aoki").opens("/notices").text()).doesNotContain(number);
        assertThat(office.logsIn("kansa").opens("/notices").status()).isEqualTo(403);

        tick("2026-12-28T08:29");
        assertThat(news("uda")).doesNotContain(SOON);
        tick("2026-12-28T08:30");
        assertThat(news("uda")).contains(number, SOON);
        tick("2026-12-30T18:00");
        tick("2027-01-04T17:14");
        assertThat(news("kaji")).doesNotContain(OVERDUE);
        tick("2027-01-04T17:15");
        tick("2027-01-04T17:16");
        assertThat(news("kaji")).contains(number, OVERDUE);
        assertThat(count("LETTER_OVERDUE"))
                .as("the ward's to 課長, the centre's to 主任")
                .isEqualTo(2);

        office.clock("2027-01-05T10:00");
        uda.posts("/notices/take", Map.of("ids", letter(), "show", "unsent"));
        assertThat(uda.opens("/notices").text())
                .contains(NAME, "/api/cases/" + number + "/papers/06-support-notice", "期限超過");
        Answer incomplete = uda.posts("/notices/sent", Map.of("ids", letter(), "on", "2027-01-05"));
        assertThat(incomplete.status()).isEqualTo(400);
        assertThat(incomplete.text()).contains("送付の方法を選んでください。", "checked=\"checked\"");
        Map<String, String> posted = Map.of("ids", letter(), "on", "2027-01-05", "manner", "mail", "number", "1号");
        assertThat(uda.posts("/notices/sent", posted).text()).contains("1件を送付済みにしました。");
        assertThat(office.as("uda").task(number, SEND))
                .as("the step of the process")
                .isNull();
        assertThat(uda.posts("/notices/sent", posted).status())
                .as("pressed twice")
                .isEqualTo(200);
        assertThat(history()).containsExactly("WRITTEN  ", "SENT uda mail");
        assertThat(database.sql("select count(*) from form_document d join support_case c on c.id = d.case_id "
                                + "where c.case_number = ? and d.step = ?")
                        .params(number, SEND)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(news("kaji")).doesNotContain(number);
        assertThat(news("uda")).doesNotContain(number);

        itComesBack(uda);
    }

    private void itComesBack(Session uda) {
        office.clock("2027-01-12T11:00");
        String back = "/notices/" + letter() + "/returned";
        assertThat(uda.posts(back, Map.of("on", "2027-01-13", "reason", "MOVED"))
                        .text())
                .contains("戻った日は、送付した日から今日まで");
        assertThat(uda.posts(back, Map.of("on", "2027-01-12", "reason", "MOVED", "note", "転送不要"))
                        .text())
                .contains("返戻を記録しました。", NAME);
        uda.posts(back, Map.of("on", "2027-01-12", "reason", "MOVED"));
        assertThat(history()).containsExactly("WRITTEN  ", "SENT uda mail", "RETURNED uda ");
        assertThat(news("saeki")).contains(number, "通知が返戻になりました");
        assertThat(watched("manabe")).contains("通知が返戻になりました。届け直す方法を決めてください。");
        assertThat(office.as("uda")
                        .call("GET", "/api/cases/" + number + "/papers/01-application", null)
                        .status())
                .as("may be printed again while in hand")
                .isEqualTo(200);

        String closing = "/api/calendar/2027-01-15";
        assertThat(office.as("admin")
                        .call("PUT", closing, of("open", false, "reason", "臨時閉庁"))
                        .ok())
                .isTrue();
        office.as("admin").call("DELETE", closing, null);
        tick("2027-01-15T17:15");
        assertThat(news("kaji")).as("due on a day that was closed afterwards").doesNotContain(OVERDUE);
        tick("2027-01-18T17:15");
        assertThat(news("kaji")).contains(number, OVERDUE);
        assertThat(watched("kaji")).contains("決定の通知が、期限までに送られていません。");

        office.clock("2027-01-19T10:00");
        Map<String, String> again = Map.of("ids", letter(), "on", "2027-01-19", "manner", "mail", "show", "returned");
        Answer unchecked = uda.posts("/notices/sent", again);
        assertThat(unchecked.status()).isEqualTo(400);
        assertThat(unchecked.text()).contains("宛先を確かめました", "checked=\"checked\"");
        Map<String, String> byHand = Map.of("ids", letter(), "on", "2027-01-19", "manner", "inPerson");
        assertThat(uda.posts("/notices/sent", byHand).status()).isEqualTo(200);
        assertThat(history()).endsWith("RETURNED uda ", "SENT uda inPerson");
        assertThat(news("saeki")).doesNotContain("通知が返戻になりました");
        assertThat(news("kaji")).doesNotContain(number);
        assertThat(watched("manabe")).doesNotContain("通知が返戻になりました。届け直す方法を決めてください。");
        assertThat(watched("kaji")).doesNotContain("決定の通知が、期限までに送られていません。");
        assertThat(office.as("uda")
                        .call("GET", "/api/cases/" + number + "/papers/01-application", null)
                        .status())
                .as("over with the letter, unless the case is theirs")
                .isIn(200, 403);
    }

    /** Nobody is asked to post a letter to nowhere, neither by the form nor on the page; and nothing typed is lost. */
    @Test
    void withoutAddressAndWithOneThatMustNotBeKnown() {
        decided("2026-10-05", with(Map.of(), "noFixedAddress", true, "presentPlace", "公園", "address", null));
        Answer refused = office.as("uda").tries(number, SEND, of("noticeManner", "mail", "noticeSentOn", "2026-10-05"));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.reasons()).singleElement().asString().contains("noticeManner", "住所がありません。");
        Session uda = office.logsIn("uda");
        assertThat(uda.opens("/notices").text()).contains("住所なし", "居所・手渡し・窓口で");
        Answer page = uda.posts(
                "/notices/sent", Map.of("ids", letter(), "on", "2026-10-05", "manner", "mail", "number", "港福第7号"));
        assertThat(page.status()).isEqualTo(400);
        assertThat(page.text()).contains("住所がありません。", "checked=\"checked\"", "value=\"港福第7号\"");
        assertThat(history()).containsExactly("WRITTEN  ");

        opened.answers(number, Map.of("contactRestricted", true, "address", "某所"));
        assertThat(uda.opens("/notices").text()).contains("連絡先秘匿").doesNotContain("某所");
        for (String manner : List.of("mail", "presentPlace")) {
            assertThat(uda.posts("/notices/sent", Map.of("ids", letter(), "on", "2026-10-05", "manner", manner))
                            .text())
                    .contains("連絡先が秘匿されています");
        }
        assertThat(uda.posts("/notices/sent", Map.of("ids", letter(), "on", "2026-10-05", "manner", "counter"))
                        .status())
                .isEqualTo(200);
        assertThat(history()).containsExactly("WRITTEN  ", "SENT uda counter");

        Session saeki = office.logsIn("saeki");
        String copies = String.join(",", letters("DECIDED_PLAN"));
        assertThat(saeki.posts("/notices/sent", Map.of("ids", copies, "on", "2026-10-05", "manner", "inPerson"))
                        .text())
                .contains("2件を送付済みにしました。");
        assertThat(office.as("saeki").task(number, "deliverPlan")).isNull();
        assertThat(office.logsIn("manabe")
                        .opens("/notices?show=sent&case=" + number)
                        .text())
                .contains("家計相談室", "手渡し");
    }

    /** What waits for a provider stays in the house once the person withdrew; what is theirs still goes to them (I-03). */
    @Test
    void aCopyForAProviderStopsWithTheConsent() {
        decided("2026-10-05", Map.of());
        String copies = String.join(",", letters("DECIDED_PLAN"));
        Session saeki = office.logsIn("saeki");
        assertThat(saeki.opens("/notices").text()).contains("家計相談室").doesNotContain("送れません");
        office.as("saeki")
                .reports(
                        number, "consentWithdrawn", of("consentWithdrawnOn", "2026-10-05", "withdrawalManner", "oral"));

        assertThat(saeki.opens("/notices").text()).contains("家計相談室", "送れません", "本人の同意がないため、この機関には送れません");
        Answer taken = saeki.posts("/notices/take", Map.of("ids", copies, "show", "unsent"));
        assertThat(taken.text()).contains("1件を担当にしました。", "できなかった通知は、一覧の中に理由を示しました。");
        Answer sent = saeki.posts("/notices/sent", Map.of("ids", copies, "on", "2026-10-05", "manner", "inPerson"));
        assertThat(sent.status()).isEqualTo(400);
        assertThat(sent.text()).contains("1件を送付済みにしました。", "家計相談室", "渡さないでください");
        assertThat(database.sql(
                                "select n.receiver || ' ' || n.state from notice n join support_case c on c.id = n.case_id "
                                        + "where c.case_number = ? and n.kind = 'DECIDED_PLAN' and n.receiver is not null")
                        .param(number)
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("本人 SENT", "家計相談室 UNSENT");
    }

    // --- the way there

    private void decided(String day, Map<String, Object> address) {
        office.on(day);
        Map<String, Object> application = new HashMap<>(Answers.application());
        application.putAll(address);
        number = DecidedCase.of(office, NAME, application);
        assertThat(count("SUPPORT_DECISION")).isEqualTo(1);
    }

    private void tick(String at) {
        office.clock(at);
        watch.tick();
    }

    private String news(String account) {
        return office.logsIn(account).opens("/notices?show=news").text();
    }

    private List<String> watched(String account) {
        return office.as(account).get("/api/watch").findValuesAsText("what");
    }

    private String letter() {
        return letters("SUPPORT_DECISION").get(0);
    }

    private List<String> letters(String kind) {
        return database.sql("select n.id::text from notice n join support_case c on c.id = n.case_id "
                        + "where c.case_number = ? and n.kind = ? and n.receiver is not null")
                .params(number, kind)
                .query(String.class)
                .list();
    }

    private long count(String kind) {
        return database.sql("select count(*) from notice n join support_case c on c.id = n.case_id "
                        + "where c.case_number = ? and n.kind = ?")
                .params(number, kind)
                .query(Long.class)
                .single();
    }

    private List<String> history() {
        return database.sql(
                        "select act || ' ' || coalesce(by_user, '') || ' ' || coalesce(manner, '') from notice_event "
                                + "where notice_id = ?::uuid order by id")
                .param(letter())
                .query(String.class)
                .list();
    }
}
