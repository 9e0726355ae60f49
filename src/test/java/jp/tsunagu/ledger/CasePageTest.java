package jp.tsunagu.ledger;

import static jp.tsunagu.story.Answers.of;
import static jp.tsunagu.story.Answers.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import jp.tsunagu.story.Answers;
import jp.tsunagu.story.LongCase;
import jp.tsunagu.story.Office;
import jp.tsunagu.story.Office.Answer;
import jp.tsunagu.story.OfficeStory;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The page of a case tells the one whose case it is everything, and everybody else nothing. */
class CasePageTest extends OfficeStory {

    private static final String PHONE = "03-1234-5678";

    @Autowired
    private JdbcClient database;

    /** A decided plan, a handover, an emergency: each is on the page, with whose step is next. */
    @Test
    void tellsWhereACaseStandsAndHowItCameThere() {
        String number = new LongCase(office).toTheSupport("2026-06-01", "頁田 開", "ぺえじだ ひらく");
        office.as("aoki").reports(number, "emergencyNeeded", emergency("食べるものがない。"));
        office.as("aoki").reports(number, "welfareNeeded", Map.copyOf(welfareNeed()));

        String page = text(page("saeki", "/cases/" + number));
        assertThat(page)
                .contains("頁田 開", "ぺえじだ ひらく", "昭和60年3月5日（41歳）", "進行中", number)
                .contains("佐伯（相談支援員、令和8年6月1日（月）から）", "同意する 令和8年6月1日（月）から")
                .contains("03-0000-0000", "港区例町1-2-3")
                .contains("支援を実施し、状況を確かめる", "緊急支援を手配する", "福祉事務所へつなぐ", "担当: 佐伯")
                .contains("「生活保護が必要になった」の手続が、もう進んでいます。", "担当を変えられるのは主任相談支援員です。")
                .contains("受領の確認待ち", "プラン案を作る", "相談申込・受付票")
                .doesNotContain("selfReliance", "consultation-supporter", "UNSENT", "planAndSupport", "null");

        String later = text(page("saeki", "/cases/" + number + "?page=1"));
        assertThat(later).contains("2ページ目", "新しいほうへ");
        assertThat(page + later)
                .contains("プランと支援が決定しました", "支援調整会議（プラン）", "通知「支援提供（変更）通知書（第6号様式）」")
                .contains("福祉事務所へのつなぎを始めました", "相談受付", "支援経過の記録（来所面談）", "内容（事実）");
        assertThat(text(page("saeki", "/cases/" + number + "?kind=decisions")))
                .contains("プランと支援が決定しました")
                .doesNotContain("支援経過の記録（来所面談）");

        String done = text(page("saeki", "/cases/" + number + "?done=emergencyNeeded"));
        assertThat(done).contains("緊急支援の手続を始めました。次は「緊急支援を手配する」、担当: 佐伯 さん、期限:");
    }

    @Test
    void showsWhatChangedFromOneVersionOfAFormToTheNext() {
        String number = received(Map.of());
        office.as("saeki").reports(number, "emergencyNeeded", emergency("食べるものがない。"));
        office.as("saeki")
                .reports(
                        number,
                        "emergencyNeeded",
                        with(emergency("電気も止まった。"), "urgencyKinds", List.of("food", "lifeline")));

        String address = "/cases/" + number + "/forms/emergencyNeeded";
        String second = text(page("saeki", address));
        assertThat(second)
                .contains("緊急の支援が必要になった", "2回目の記録", "1回目から変わったところ")
                .containsPattern("困っていること\\s+食料\\s+食料、ライフラインの停止\\s+状況\\s+食べるものがない。\\s+電気も止まった。")
                .doesNotContain("lifeline", "urgencyNote");
        assertThat(text(page("saeki", address + "?version=1")))
                .contains("1回目の記録", "食べるものがない。")
                .doesNotContain("電気も止まった。", "変わったところ");
        assertThat(office.logsIn("saeki")
                        .call("GET", address + "?version=3", null)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void keepsAnAddressBackUntilSomebodyAsksAndNotesIt() {
        String number = received(of("contactRestricted", true, "phone", PHONE));

        assertThat(page("saeki", "/cases/" + number)).contains("連絡先の秘匿").doesNotContain(PHONE);
        assertThat(page("saeki", "/cases/" + number + "/forms/reception"))
                .contains("（連絡先秘匿）")
                .doesNotContain(PHONE);
        Answer asked = office.logsIn("saeki").call("POST", "/api/cases/" + number + "/contact", Map.of());
        assertThat(asked.text()).contains(PHONE);
        assertThat(accesses(number, "saeki")).contains("閲覧", "連絡先の閲覧");
    }

    /** By work, not by employer: a colleague at the next desk, the ward, the statistics. */
    @Test
    void isShutForEverybodyElse() {
        String number = received(of("phone", PHONE));
        String process = office.as("saeki")
                .task(number, "decideTriage")
                .path("processInstanceId")
                .asText();
        for (String stranger : List.of("aoki", "uda", "minakami", "admin")) {
            Office.Session session = office.logsIn(stranger);
            for (String address : List.of("/cases/" + number, "/cases/" + number + "/forms/reception")) {
                Answer page = session.call("GET", address, null);
                assertThat(page.status()).as(stranger + " " + address).isEqualTo(403);
                assertThat(page.text()).contains("このページは開けません").doesNotContain("秘田", "ひめた", PHONE);
            }
            assertThat(session.call("GET", "/api/cases/" + number + "/diagrams/" + process, null)
                            .status())
                    .isEqualTo(403);
            assertThat(session.call("POST", "/api/cases/" + number + "/contact", Map.of())
                            .status())
                    .isEqualTo(403);
            assertThat(accesses(number, stranger)).isEmpty();
        }
        assertThat(office.logsIn("aoki").call("GET", "/cases/R8-99999", null).status())
                .isEqualTo(403);
        assertThat(office.logsIn("saeki")
                        .call("GET", "/api/cases/" + number + "/diagrams/" + process, null)
                        .text())
                .contains("decideTriage");
        assertThat(office.logsIn("saeki")
                        .call("GET", "/api/cases/" + number + "/diagrams/other", null)
                        .status())
                .isEqualTo(404);
    }

    /** Whoever hears of it reports it, without reading the case; what they typed waits for them, for this case only. */
    @Test
    void letsAColleagueReportWithoutReading() {
        String number = received(Map.of());
        String other = received(Map.of());
        Office.Session aoki = office.logsIn("aoki");
        assertThat(aoki.call("GET", "/cases/" + number + "/events/emergencyNeeded", null)
                        .text())
                .contains("緊急の支援が必要になった", "あなたの担当ではない")
                .doesNotContain("秘田");
        JsonNode opened = office.as("aoki").get("/api/cases/" + number + "/events/emergencyNeeded");
        assertThat(opened.path("formDocument")
                        .path("data")
                        .path("emergencyFoundOn")
                        .asText())
                .isEqualTo(Office.today().toString());

        String draft = "/api/drafts/events/" + number + "/emergencyNeeded";
        assertThat(aoki.call("PUT", draft, of("urgencyNote", "書きかけ")).ok()).isTrue();
        assertThat(aoki.call("GET", draft, null).json()).hasToString("{\"urgencyNote\":\"書きかけ\"}");
        assertThat(aoki.call("GET", draft.replace(number, other), null).text()).isEqualTo("{}");
        assertThat(office.logsIn("saeki").call("GET", draft, null).text()).isEqualTo("{}");
        assertThat(office.logsIn("uda")
                        .call("PUT", draft, of("urgencyNote", "x"))
                        .status())
                .isEqualTo(400);

        office.as("aoki").reports(number, "emergencyNeeded", emergency("食べるものがない。"));
        assertThat(aoki.call("GET", draft, null).text()).isEqualTo("{}");
        assertThat(text(aoki.call("GET", "/cases/" + number + "/events/emergencyNeeded?done=true", null)
                        .text()))
                .contains("緊急支援の手続を始めました", "担当: 佐伯 さん")
                .doesNotContain("秘田");
        assertThat(aoki.call("GET", "/cases/" + number + "/events/workerChanged", null)
                        .text())
                .contains("担当を変えられるのは主任相談支援員です。");
        assertThat(aoki.call("GET", "/cases/" + number + "/events/nothing", null)
                        .status())
                .isEqualTo(404);
    }

    private String received(Map<String, Object> more) {
        office.on("2026-06-01");
        Map<String, Object> said = Answers.named("秘田 守", "ひめた まもる", "1970-02-03");
        for (Map.Entry<String, Object> one : more.entrySet()) {
            said = with(said, one.getKey(), one.getValue());
        }
        return office.as("saeki").receives(said);
    }

    private String page(String account, String address) {
        Answer page = office.logsIn(account).call("GET", address, null);
        assertThat(page.status()).as(page.text()).isEqualTo(200);
        return page.text();
    }

    private List<String> accesses(String number, String account) {
        return database.sql("select action from access_record where case_number = ? and user_id = ?")
                .params(number, account)
                .query(String.class)
                .list();
    }

    /** What a reader reads, each text after the other. */
    private static String text(String page) {
        String body = page.substring(page.indexOf("<main"));
        return Pattern.compile("<[^>]*>").matcher(body).replaceAll("\n").replaceAll("[\\s　]+", " ");
    }

    private static Map<String, Object> emergency(String note) {
        return of(
                "urgencyKinds",
                List.of("food"),
                "urgencyNote",
                note,
                "emergencyFoundOn",
                Office.today().toString());
    }

    private static Map<String, Object> welfareNeed() {
        return of(
                "welfareIntent",
                "yes",
                "placeTonight",
                "has",
                "welfareNeedReason",
                "収入がなくなった。",
                "welfareNeedFoundOn",
                Office.today().toString());
    }
}
