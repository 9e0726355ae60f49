package jp.tsunagu.needtoknow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.tsunagu.access.Accounts;
import jp.tsunagu.access.Roles;
import jp.tsunagu.story.Answers;
import jp.tsunagu.story.Office;
import jp.tsunagu.story.Office.Answer;
import jp.tsunagu.story.OfficeStory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** EV8: a case that only named persons know of, from its setting to its end. */
class RestrictedCaseTest extends OfficeStory {

    private static final String ADDRESS = "港区芝公園九丁目九番九号";
    private static final String PHONE = "03-9999-0042";

    @Autowired
    private RestrictionWatch watch;

    @Autowired
    private Accounts accounts;

    @Autowired
    private IdentityService identity;

    private String received(String name) {
        return office.as("saeki")
                .receives(
                        Answers.with(Answers.named(name, "ひみつ ひと", "1979-09-09"), "address", ADDRESS, "phone", PHONE));
    }

    private Answer restrict(String by, String number, String named) {
        return office.logsIn(by)
                .posts(
                        "/cases/" + number + "/restriction",
                        Map.of("reason", "VIOLENCE", "note", "配偶者から逃れている。", "named", named, "measureUntil", "R9.3.31"));
    }

    private static int count(Office.Person person) {
        return person.get("/engine-rest/task/count").path("count").asInt();
    }

    @Test
    void othersFindNothingAndMayDoNothing() {
        office.on("2026-06-09");
        String number = received("秘密 まもる");
        JsonNode task = office.as("saeki").task(number, "decideTriage");
        int before = count(office.as("saeki"));
        office.logsIn("aoki").posts("/viewings", Map.of("number", number, "reason", "OTHER", "note", "確認のため"));
        assertThat(office.as("aoki")
                        .call("GET", "/api/cases/" + number + "/papers", null)
                        .status())
                .isEqualTo(200);

        assertThat(restrict("manabe", number, "aoki").text()).contains("制限ケースにしました");

        // saeki was responsible and is not named; what was hers is aoki's now
        assertThat(count(office.as("saeki"))).isEqualTo(before - 1);
        for (String other : List.of("saeki", "kobayakawa", "uda", "kaji", "yuasa", "admin")) {
            assertThat(office.as(other)
                            .call("GET", "/api/cases/" + number + "/papers", null)
                            .status())
                    .as(other)
                    .isEqualTo(403);
            assertThat(office.as(other)
                            .get("/engine-rest/task?processInstanceBusinessKey=" + number)
                            .size())
                    .as(other)
                    .isZero();
            assertThat(office.as(other)
                            .call("GET", "/engine-rest/task/" + task.path("id").asText(), null)
                            .status())
                    .as(other)
                    .isBetween(400, 499);
            assertThat(office.as(other)
                            .call("GET", "/api/tasks/" + task.path("id").asText() + "/header", null)
                            .status())
                    .as(other)
                    .isBetween(400, 499);
            assertThat(office.as(other)
                            .call(
                                    "POST",
                                    "/engine-rest/task/" + task.path("id").asText() + "/claim",
                                    Map.of("userId", other))
                            .status())
                    .as(other)
                    .isBetween(400, 499);
        }
        Office.Session saeki = office.logsIn("saeki");
        assertThat(saeki.posts("/viewings", Map.of("number", number, "reason", "OTHER", "note", "見たい"))
                        .text())
                .contains("この番号のケースは開けません");
        assertThat(saeki.posts("/cases", Map.of("words", number)).text()).doesNotContain("秘密 まもる");
        assertThat(office.logsIn("manabe")
                        .posts("/cases", Map.of("words", number))
                        .text())
                .contains("秘密 まもる");
        assertThat(office.as("aoki")
                        .task(number, "decideTriage")
                        .path("assignee")
                        .asText())
                .isEqualTo("aoki");
        office.as("aoki").does(number, "decideTriage", Answers.triage("continueSupport"));
    }

    @Test
    void aRestrictionNeedsAChiefAndAReasonAndSomebodyWhoMay() {
        office.on("2026-06-09");
        String number = received("秘密 きめる");
        assertThat(office.logsIn("saeki")
                        .opens("/cases/" + number + "/restriction")
                        .status())
                .isEqualTo(403);
        Office.Session manabe = office.logsIn("manabe");
        assertThat(manabe.posts("/cases/" + number + "/restriction", Map.of("named", "saeki", "note", "説明だけ"))
                        .text())
                .contains("制限する理由を選んでください", "説明だけ");
        assertThat(restrict("manabe", number, "yuasa").text()).contains("指定できるのは");
        assertThat(restrict("manabe", number, "saeki").status()).isEqualTo(200);
        assertThat(restrict("manabe", number, "saeki").text()).contains("もう制限ケースです");
        assertThat(manabe.posts(
                                "/cases/" + number + "/restriction/named",
                                Map.of("account", "manabe", "remove", "true"))
                        .text())
                .contains("主任相談支援員を、1人以上指定してください");
    }

    @Test
    void whatWaitsForNobodyIsToldToTheChief() {
        office.on("2026-06-09");
        String number = received("秘密 まつ");
        restrict("manabe", number, "nishina");
        assertThat(office.logsIn("manabe")
                        .opens("/cases/" + number + "/restriction")
                        .text())
                .contains("担当できる人が、指定されていません", "振り分けを決める");

        watch.tick();
        watch.tick();

        String news = office.logsIn("manabe").opens("/notices?show=news").text();
        assertThat(news).contains("担当できる人が指定されていません", number).doesNotContain("秘密 まつ");
        assertThat(office.logsIn("manabe")
                        .posts("/cases/" + number + "/restriction/named", Map.of("account", "saeki"))
                        .text())
                .contains("指定を変えました");
        office.as("saeki").does(number, "decideTriage", Answers.triage("continueSupport"));
    }

    /** I-04: the only 主任 who is named leaves; nobody else knows of the case, and yet it is not lost. */
    @Test
    void whereNobodyNamedIsLeftTheSectionChiefNamesAChiefAndReadsNothing() {
        office.on("2026-06-09");
        accounts.ensure("shirokane", "白金", "三", "demo", List.of(Roles.CHIEF));
        String number = received("秘密 のこる");
        office.logsIn("shirokane")
                .posts("/cases/" + number + "/restriction", Map.of("reason", "VIOLENCE", "note", "逃れている。"));
        Office.Session kaji = office.logsIn("kaji");
        String address = "/cases/" + number + "/restriction";
        watch.tick();
        assertThat(kaji.opens("/notices?show=news").text()).doesNotContain(number);
        assertThat(kaji.opens(address).status()).isEqualTo(403);
        assertThat(kaji.posts(address + "/named", Map.of("account", "manabe")).status())
                .isEqualTo(403);

        identity.deleteMembership("shirokane", Roles.CHIEF);
        identity.deleteUser("shirokane");
        watch.tick();
        watch.tick();

        assertThat(kaji.opens("/notices?show=news").text()).contains("主任を指定する", number);
        assertThat(office.logsIn("uda").opens(address).status()).isEqualTo(403);
        assertThat(kaji.opens(address).text()).contains("真鍋").doesNotContain("秘密 のこる", "逃れている");
        assertThat(kaji.posts(address + "/named", Map.of("account", "kaji")).text())
                .contains("主任相談支援員を選んでください");
        assertThat(kaji.posts(address + "/named", Map.of("account", "manabe")).text())
                .contains("お知らせ")
                .doesNotContain(number);
        assertThat(kaji.opens(address).status()).isEqualTo(403);
        assertThat(office.logsIn("manabe").opens("/cases/" + number).text()).contains("秘密 のこる", "真鍋");
    }

    @Test
    void emergencyAndTheWelfareOfficeWaitForNoName() {
        office.on("2026-06-10");
        String number = received("秘密 いそぐ");
        restrict("manabe", number, "saeki");
        office.as("aoki")
                .reports(
                        number,
                        "emergencyNeeded",
                        Answers.of("urgencyKinds", List.of("food"), "urgencyNote", "今夜の食べ物がない。"));
        assertThat(office.as("saeki").steps(number)).contains("arrangeEmergencySupport");
        assertThat(office.as("aoki").steps(number)).isEmpty();

        office.as("saeki")
                .does(number, "decideTriage", Answers.with(Answers.triage("welfareOffice"), "welfareIntent", "yes"))
                .does(number, "handOverToWelfareOffice", Answers.handover());
        assertThat(office.as("yuasa").steps(number)).containsExactly("confirmReceipt");
        assertThat(office.as("aoki").steps(number)).isEmpty();
        office.as("yuasa").does(number, "confirmReceipt", Answers.receipt("2026-06-10T09:30"));
        assertThat(office.as("yuasa")
                        .call("GET", "/api/cases/" + number + "/papers", null)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void addressAndTelephoneAreOpenedForAReasonAndAFewMinutes() throws Exception {
        office.on("2026-06-11");
        String number = received("秘密 すまい");
        restrict("manabe", number, "saeki");
        Office.Session saeki = office.logsIn("saeki");
        office.as("saeki").does(number, "decideTriage", Answers.triage("continueSupport"));

        assertHidden(saeki, number);
        assertThat(saeki.call("POST", "/api/cases/" + number + "/contact", Map.of())
                        .status())
                .isEqualTo(403);
        // an empty field leaves what is there
        Map<String, Object> application = new HashMap<>(Answers.application());
        application.keySet().removeAll(List.of("address", "phone"));
        office.as("saeki").does(number, "obtainApplicationAndConsent", application);

        assertThat(saeki.posts("/cases/" + number + "/unlock", Map.of("reason", "CONTACT"))
                        .text())
                .contains("何のために開くか");
        assertThat(saeki.posts("/cases/" + number + "/unlock", Map.of("reason", "CONTACT", "note", "訪問の約束"))
                        .text())
                .contains("まで開いています");
        assertThat(saeki.call("POST", "/api/cases/" + number + "/contact", Map.of())
                        .text())
                .contains(ADDRESS, PHONE);
        assertThat(paper(saeki, number)).contains(PHONE).contains("制限ケース");
        assertThat(office.logsIn("manabe").opens("/notices?show=news").text()).contains("連絡先が開かれました");
        assertThat(office.logsIn("manabe")
                        .call("POST", "/api/cases/" + number + "/contact", Map.of())
                        .status())
                .isEqualTo(403);

        office.clock("2026-06-11T09:41");
        assertHidden(saeki, number);
    }

    private void assertHidden(Office.Session worker, String number) throws Exception {
        for (String page : List.of("", "/forms/reception", "/records", "/merge", "/disclosures", "/attachments")) {
            assertThat(worker.opens("/cases/" + number + page).text()).as(page).doesNotContain(ADDRESS, PHONE);
        }
        for (JsonNode task : office.as("saeki").get("/engine-rest/task?processInstanceBusinessKey=" + number)) {
            assertThat(office.as("saeki").open(task.path("id").asText()).toString())
                    .doesNotContain(ADDRESS, PHONE);
        }
        assertThat(worker.posts("/cases", Map.of("words", number)).text()).doesNotContain(ADDRESS);
        assertThat(paper(worker, number)).contains("制限ケース").doesNotContain(ADDRESS, PHONE);
    }

    private static String paper(Office.Session worker, String number) throws Exception {
        byte[] pdf = worker.downloads("/api/cases/" + number + "/papers/01-application")
                .body();
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s", "");
        }
    }

    @Test
    void itEndsByTwoPersonsAndAFreshLookAndNeverByItself() {
        office.on("2026-06-12");
        String number = received("秘密 おわる");
        restrict("manabe", number, "saeki");
        Office.Session manabe = office.logsIn("manabe");
        String address = "/cases/" + number + "/restriction";
        assertThat(manabe.posts(address + "/end", Map.of("confirmed", "true")).text())
                .contains("まだだれも提案していません");
        assertThat(manabe.posts(address + "/end-proposal", Map.of("lookedUpOn", "R8.6.1", "endNote", "終わった"))
                        .text())
                .contains("7日以内でなければなりません");
        assertThat(manabe.posts(address + "/end-proposal", Map.of("lookedUpOn", "R8.6.12", "endNote", "終わった"))
                        .text())
                .contains("解除を提案しました");
        assertThat(manabe.posts(address + "/end", Map.of("confirmed", "true")).text())
                .contains("提案した人とは別の人");
        assertThat(office.logsIn("saeki")
                        .posts(address + "/end", Map.of("confirmed", "true"))
                        .status())
                .isEqualTo(403);
        assertThat(office.logsIn("uda")
                        .posts(address + "/end", Map.of("confirmed", "true"))
                        .status())
                .isEqualTo(403);
        manabe.posts(address + "/named", Map.of("account", "uda"));
        assertThat(office.logsIn("uda")
                        .posts(address + "/named", Map.of("account", "uda", "remove", "true"))
                        .text())
                .contains("ここからは開けません");
        manabe.posts(address + "/named", Map.of("account", "uda"));

        office.on("2027-06-12");
        watch.tick();
        assertThat(office.logsIn("manabe").opens("/notices?show=news").text()).contains("支援措置の期限です");
        assertThat(office.logsIn("uda")
                        .posts(address + "/end", Map.of("confirmed", "true"))
                        .text())
                .contains("7日以内でなければなりません");
        assertThat(office.as("aoki")
                        .call("GET", "/api/cases/" + number + "/papers", null)
                        .status())
                .isEqualTo(403);

        office.logsIn("uda").posts(address + "/end-proposal", Map.of("lookedUpOn", "R9.6.12", "endNote", "転居し安全"));
        manabe = office.logsIn("manabe");
        manabe.posts(address + "/end", Map.of("confirmed", "true"));
        assertThat(manabe.opens(address).text()).contains("制限ケースにする");
        Office.Session auditor = office.logsIn("kansa");
        assertThat(auditor.opens("/access-log/unusual?from=2027-06-12&to=2027-06-12")
                        .text())
                .as("what was done while it was restricted is not forgotten with the restriction")
                .containsPattern("制限ケースを扱った人[\\s\\S]*" + number);
        assertThat(auditor.opens("/access-log?case=" + number).text())
                .contains("制限ケースの画面")
                .doesNotContain(">restriction<");
        assertThat(office.logsIn("aoki")
                        .posts("/viewings", Map.of("number", number, "reason", "OTHER", "note", "確認"))
                        .text())
                .contains("秘密 おわる");
    }

    @Test
    void aRestrictedCaseGoesThroughTheWholeDecision() {
        office.on("2026-06-15");
        String number = received("秘密 すすむ");
        restrict("manabe", number, "saeki,uda,otsuki,kaji");
        Office.Person saeki = office.as("saeki");
        Office.Person manabe = office.as("manabe");
        saeki.does(number, "decideTriage", Answers.triage("continueSupport"))
                .does(number, "obtainApplicationAndConsent", Answers.application())
                .does(number, "assess", Answers.assessment())
                .does(number, "screen", Answers.screening("plan"));
        manabe.does(number, "confirmScreening", Answers.confirmation());
        String service = "householdImprovementSupport";
        saeki.does(number, "draftPlan", Answers.plan(Answers.item(service, "家計相談室", 12, true)))
                .does(number, "obtainPlanAgreement", Answers.agreement());
        manabe.does(number, "convenePlanConference", Answers.meetingOn(Office.today()))
                .does(number, "recordPlanConference", Answers.conference("approved"))
                .does(number, "submitPlan", Answers.submission());
        office.as("uda").does(number, "checkPlan", Answers.suitable(service));
        office.as("otsuki").does(number, "approveAsSubsectionChief", Answers.approval());
        office.as("kaji").does(number, "decidePlan", Answers.decision("decided"));
        assertThat(saeki.steps(number)).contains("deliverPlan");
        assertThat(office.as("aoki").steps(number)).isEmpty();
        assertThat(office.as("nishina").steps(number)).isEmpty();
    }
}
