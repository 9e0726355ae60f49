package jp.tsunagu.needtoknow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import jp.tsunagu.story.Answers;
import jp.tsunagu.story.Office;
import jp.tsunagu.story.Office.Answer;
import jp.tsunagu.story.OfficeStory;
import jp.tsunagu.story.SubmittedPlan;
import org.junit.jupiter.api.Test;

/** 要領 第12条: a case is open to those who work on it, and to others for a reason that they tell. */
class ViewingByReasonTest extends OfficeStory {

    private static final Map<String, String> REASON = Map.of("reason", "ABSENCE", "note", "担当者が休みで、電話に応対するため。");

    private String received(String name) {
        return office.as("saeki").receives(Answers.named(name, "りゆう ひと", "1985-05-05"));
    }

    private static Map<String, String> about(String number) {
        return Map.of("number", number, "reason", REASON.get("reason"), "note", REASON.get("note"));
    }

    @Test
    void aColleagueReadsForAReasonUntilTheEndOfTheDayAndWritesNothing() {
        office.on("2026-06-03");
        String number = received("理由 一人");
        Office.Session aoki = office.logsIn("aoki");
        assertThat(aoki.opens("/cases/" + number).status()).isEqualTo(403);

        Answer opened = aoki.posts("/viewings", about(number));

        assertThat(opened.status()).isEqualTo(200);
        assertThat(opened.text()).contains("理由 一人");
        assertThat(opened.text()).contains("読むことだけができます");
        assertThat(aoki.opens("/cases/" + number + "/records").status()).isEqualTo(200);
        assertThat(aoki.opens("/cases/" + number + "/attachments").text())
                .contains("添付した書類")
                .doesNotContain("添付する");
        assertThat(aoki.opens("/cases/" + number + "/disclosures").text())
                .contains("情報の提供の記録")
                .doesNotContain("提供を記録する");
        assertThat(aoki.posts("/cases/" + number + "/records", Map.of("facts", "x"))
                        .status())
                .isEqualTo(403);
        assertThat(aoki.posts("/cases/" + number + "/attachments", Map.of()).status())
                .isEqualTo(403);
        assertThat(aoki.posts("/cases/" + number + "/disclosures", Map.of("body", "x"))
                        .status())
                .isEqualTo(403);
        assertThat(aoki.call("PUT", "/api/drafts/cases/" + number + "/record", Map.of("facts", "x"))
                        .status())
                .isEqualTo(403);

        // nor does the ward's officer restrict what they only look into, name themselves in it, or carry it out of the
        // house
        Office.Session uda = office.logsIn("uda");
        assertThat(uda.posts("/viewings", about(number)).text()).contains("理由 一人");
        Map<String, String> restriction = Map.of("reason", "VIOLENCE", "note", "x", "named", "manabe");
        assertThat(uda.posts("/cases/" + number + "/restriction", restriction).status())
                .isEqualTo(403);
        assertThat(uda.opens("/cases/" + number + "/own-data").status()).isEqualTo(403);
        assertThat(uda.posts("/cases/" + number + "/own-data", Map.of()).status())
                .isEqualTo(403);

        office.clock("2026-06-03T23:59");
        assertThat(office.as("aoki")
                        .call("GET", "/api/cases/" + number + "/papers", null)
                        .status())
                .isEqualTo(200);
        office.clock("2026-06-04T00:00");
        assertThat(office.as("aoki")
                        .call("GET", "/api/cases/" + number + "/papers", null)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void theChiefIsToldWithoutAnythingOfThePersonAndAnObjectionEndsTheReading() {
        office.on("2026-06-05");
        String number = received("理由 二人");
        office.as("saeki").does(number, "decideTriage", Answers.triage("continueSupport"));
        Office.Session aoki = office.logsIn("aoki");
        aoki.posts("/viewings", about(number));
        Office.Session manabe = office.logsIn("manabe");

        assertThat(manabe.opens("/notices?show=news").text())
                .contains("理由を述べた閲覧がありました")
                .contains(number)
                .doesNotContain("理由 二人");
        String page = manabe.opens("/viewings").text();
        assertThat(page).contains(number, "担当者が休みで、電話に応対するため。").doesNotContain("理由 二人");
        String article = page.substring(page.indexOf(">" + number + "</a>"));
        String id =
                article.substring(article.indexOf("/viewings/") + "/viewings/".length(), article.indexOf("/judgement"));

        assertThat(aoki.posts("/viewings/" + id + "/judgement", Map.of("objects", "false"))
                        .status())
                .isEqualTo(403);
        assertThat(manabe.posts("/viewings/" + id + "/judgement", Map.of("objects", "true"))
                        .text())
                .contains("異議の理由を");
        assertThat(aoki.opens("/cases/" + number).status()).isEqualTo(200);
        assertThat(manabe.posts("/viewings/" + id + "/judgement", Map.of("objects", "true", "note", "電話は他の人が受けた。"))
                        .text())
                .contains("異議を記録しました");
        assertThat(manabe.opens("/cases/" + number + "/corrections").text())
                .as("nothing of the case went anywhere by it")
                .contains("振り分けを決める")
                .doesNotContain("通知を送付しています");
        assertThat(aoki.opens("/cases/" + number).status()).isEqualTo(403);
        assertThat(aoki.posts("/viewings", about(number)).text())
                .as("another reason on the same day")
                .contains("異議を述べています");
        assertThat(manabe.posts("/viewings/" + id + "/judgement", Map.of("objects", "false"))
                        .text())
                .contains("もう確認されています");
    }

    @Test
    void aNameOpensNothingAndAnUnknownNumberTellsNothing() {
        office.on("2026-06-05");
        received("理由 三人");
        Office.Session aoki = office.logsIn("aoki");

        assertThat(aoki.posts("/viewings", about("理由 三人")).text()).contains("氏名では開けません", REASON.get("note"));
        Answer unknown = aoki.posts("/viewings", about("R8-99999"));
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.text()).contains("この番号のケースは開けません");
        assertThat(aoki.posts("/viewings", Map.of("number", "R8-99999")).text()).contains("閲覧理由を選んでください");
        for (String outside : List.of("yuasa", "minakami", "kansa", "tezuka", "admin")) {
            assertThat(office.logsIn(outside).opens("/viewings").status())
                    .as(outside)
                    .isEqualTo(403);
        }
    }

    @Test
    void theWardsLineReadsFromTheSubmissionOn() {
        office.on("2026-06-08");
        String early = received("区まだ 見ず");
        String submitted = SubmittedPlan.of(office, "区もう 見る");
        for (String ward : List.of("uda", "otsuki", "kaji")) {
            assertThat(office.as(ward)
                            .call("GET", "/api/cases/" + early + "/papers", null)
                            .status())
                    .as(ward)
                    .isEqualTo(403);
            assertThat(office.as(ward)
                            .call("GET", "/api/cases/" + submitted + "/papers", null)
                            .status())
                    .as(ward)
                    .isEqualTo(200);
        }
        assertThat(office.logsIn("kaji")
                        .posts("/cases/" + submitted + "/attachments", Map.of())
                        .status())
                .isEqualTo(403);
    }
}
