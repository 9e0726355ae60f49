package jp.tsunagu.needtoknow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import jp.tsunagu.access.Accounts;
import jp.tsunagu.access.Roles;
import jp.tsunagu.document.Papers;
import jp.tsunagu.story.Answers;
import jp.tsunagu.story.DecidedCase;
import jp.tsunagu.story.Office;
import jp.tsunagu.story.Office.Answer;
import jp.tsunagu.story.Office.Session;
import jp.tsunagu.story.OfficeStory;
import jp.tsunagu.story.SubmittedPlan;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a table of doors cannot see: a restricted case told by another case, by a meeting, by a paper or a file. */
class KeptFromOthersTest extends OfficeStory {

    private static final String OTHER_CHIEF = "kitazato";
    private static final String ADDRESS = "港区白金十丁目十番十号";
    private static final String PHONE = "03-1010-7777";
    private static final String HOSPITAL = "白金みなみ病院";

    @Autowired
    private Accounts accounts;

    @Autowired
    private IdentityService identity;

    @Autowired
    private JdbcClient database;

    @Autowired
    private Papers papers;

    @AfterEach
    void oneChiefAgain() {
        identity.deleteUser(OTHER_CHIEF);
    }

    private Answer restrict(String number, String named) {
        return office.logsIn("manabe")
                .posts(
                        "/cases/" + number + "/restriction",
                        Map.of("reason", "VIOLENCE", "note", "配偶者から逃れている。", "named", named));
    }

    @Test
    void noPageOfAnotherCaseAndNoMeetingNamesIt() throws Exception {
        office.on("2026-07-06");
        accounts.ensure(OTHER_CHIEF, "北里", "二", "demo", List.of(Roles.CHIEF));
        String open = SubmittedPlan.of(office, "表野 千尋");
        String secret = office.as("saeki").receives(Answers.named("表野 千尋", "しけん", "1980-01-01"));
        Session manabe = office.logsIn("manabe");
        manabe.posts("/cases/" + open + "/merge", Map.of("with", secret, "reason", "同じ人と本人が言った", "confirmed", "true"));
        assertThat(manabe.opens("/cases/" + open + "/merge").text()).contains(secret);
        // both are on the agenda of one meeting
        UUID meeting = database.sql(
                        "select i.conference_id from conference_item i join support_case c on c.id = i.case_id where c.case_number = ?")
                .param(open)
                .query(UUID.class)
                .single();
        database.sql("""
                        insert into conference_item (id, conference_id, case_id, purpose, position)
                        select gen_random_uuid(), ?, id, 'plan', 9 from support_case where case_number = ?
                        """).params(meeting, secret).update();
        assertThat(manabe.opens("/cases/" + secret + "/restriction").text()).contains(open);
        restrict(secret, "saeki,uda");
        for (String other : List.of(OTHER_CHIEF, "aoki")) {
            assertThat(office.logsIn(other).opens("/cases/" + open).status())
                    .as("the person is not found in the other case either")
                    .isEqualTo(403);
        }
        manabe.posts(
                "/cases/" + open + "/restriction/end-proposal",
                Map.of("lookedUpOn", "R8.7.6", "endNote", "別のケースだけでよい"));
        office.logsIn("uda").posts("/cases/" + open + "/restriction/end", Map.of("confirmed", "true"));
        manabe.posts("/cases/" + secret + "/restriction/named", Map.of("account", "uda", "remove", "true"));

        for (String other : List.of(OTHER_CHIEF, "uda")) {
            Session session = office.logsIn(other);
            for (String page : List.of(
                    "/cases/" + open,
                    "/cases/" + open + "/merge",
                    "/cases/" + open + "/own-data",
                    "/conferences/" + meeting,
                    "/notices?show=news",
                    "/viewings",
                    "/oversight/forecast")) {
                Answer shown = session.opens(page);
                assertThat(shown.status()).as(other + " " + page).isEqualTo(200);
                assertThat(shown.text()).as(other + " " + page).doesNotContain(secret);
            }
            assertThat(session.opens("/conferences").text())
                    .as(other)
                    .contains("1件")
                    .doesNotContain("2件のうち");
            assertThat(text(session.downloads("/api/cases/" + open + "/papers/11-conference-agenda")
                            .body()))
                    .as(other)
                    .contains(open)
                    .doesNotContain(secret);
        }
        assertThat(manabe.opens("/cases/" + open + "/own-data").text()).contains(secret);
        assertThat(text(manabe.downloads("/api/cases/" + open + "/papers/11-conference-agenda")
                        .body()))
                .as("a paper goes from hand to hand")
                .doesNotContain(secret);
    }

    @Test
    void aRestrictedCaseIsNotMergedWithOneThatOthersRead() {
        office.on("2026-07-06");
        String open = office.as("saeki").receives(Answers.named("並野 千尋", "なみの ちひろ", "1980-01-04"));
        String secret = office.as("saeki").receives(Answers.named("並野 千尋", "なみの ちひろ", "1980-01-04"));
        restrict(secret, "saeki");
        Map<String, String> merge = Map.of("with", secret, "reason", "同じ人", "confirmed", "true");
        Session manabe = office.logsIn("manabe");
        assertThat(manabe.posts("/cases/" + open + "/merge", merge).text()).contains("一方だけが制限ケースです");
        restrict(open, "saeki");
        assertThat(manabe.posts("/cases/" + open + "/merge", merge).text()).doesNotContain("一方だけが制限ケースです");
        assertThat(manabe.opens("/cases/" + open).text()).contains(secret);
    }

    @Test
    void whoReportsWithoutReadingIsNotToldWhereItStands() {
        office.on("2026-07-07");
        String secret = office.as("saeki").receives(Answers.named("伏野 千尋", "ふせの ちひろ", "1980-01-02"));
        restrict(secret, "saeki");
        Session aoki = office.logsIn("aoki");
        assertThat(aoki.opens("/cases/" + secret + "/events/complaintReceived?done=true")
                        .text())
                .doesNotContain("振り分け", "佐伯", "記録しました");
        assertThat(aoki.opens("/cases/" + secret + "/events/emergencyNeeded?done=true")
                        .text())
                .doesNotContain("振り分け", "佐伯");
        // and what others write meanwhile neither stops them nor is told to them
        String emergency = "/api/cases/" + secret + "/events/emergencyNeeded";
        ObjectNode opened = (ObjectNode)
                office.as("aoki").call("GET", emergency, null).json().path("formDocument");
        Map<String, Object> urgent = Answers.of("urgencyKinds", List.of("food"), "urgencyNote", "今夜の食べ物がない。");
        office.as("saeki").reports(secret, "emergencyNeeded", urgent);
        Office.answer(opened, urgent);
        Answer sent = office.as("aoki").callFrom(Map.of("Idempotency-Key", "aoki-told-us"), "POST", emergency, opened);
        assertThat(sent.text()).contains("repeated").doesNotContain("変更されました");
        // nor how the case stands, where it cannot be reported
        office.as("saeki")
                .reports(
                        secret,
                        "welfareNeeded",
                        Answers.of(
                                "welfareIntent", "yes",
                                "placeTonight", "has",
                                "cashOnHand", 9000,
                                "welfareNeedReason", "収入がなくなった。",
                                "welfareNeedFoundOn", Office.today().toString()));
        assertThat(office.as("aoki")
                        .call("GET", "/api/cases/" + secret + "/events/welfareNeeded", null)
                        .text())
                .contains("いまは記録できません")
                .doesNotContain("進んでいます");
        assertThat(office.logsIn("saeki")
                        .opens("/cases/" + secret + "/events/emergencyNeeded?done=true")
                        .text())
                .contains("記録しました");
    }

    @Test
    void noPaperAndNoFileTellsAPlaceUntilItIsOpened() throws Exception {
        office.on("2026-07-08");
        Map<String, Object> application = Answers.with(Answers.application(), "address", ADDRESS, "phone", PHONE);
        String number = DecidedCase.of(office, "所野 千尋", application);
        whoOnlyLooksTakesNoLetter(number);
        restrict(number, "saeki,uda,otsuki,kaji");
        Session saeki = office.logsIn("saeki");
        saeki.posts(
                "/cases/" + number + "/disclosures",
                Map.of(
                        "body",
                        "employer",
                        "receiver",
                        HOSPITAL,
                        "items",
                        "name",
                        "ground",
                        "thisHandover",
                        "purpose",
                        "本人の求め",
                        "on",
                        "R8.7.8"));
        String attachments = "/cases/" + number + "/attachments";
        saeki.uploads(
                attachments,
                Map.of(
                        "key",
                        UUID.randomUUID().toString(),
                        "paper",
                        "APPLICATION",
                        "signedOn",
                        "R8.7.8",
                        "manner",
                        "PERSON"),
                "a.png",
                picture());
        String scan = attachments
                + "/"
                + database.sql(
                                "select a.id::text from attachment a join support_case c on c.id = a.case_id where c.case_number = ?")
                        .param(number)
                        .query(String.class)
                        .single();
        assertThat(saeki.opens(attachments).text()).contains("連絡先を開く").doesNotContain(scan + "\"");
        assertThat(saeki.downloads(scan).statusCode()).isEqualTo(403);

        for (var paper : papers.of(number)) {
            for (var version : paper.versions()) {
                String address = "/api/cases/" + number + "/papers/" + paper.paper() + "?version=" + version.id();
                assertThat(text(saeki.downloads(address).body()))
                        .as(address)
                        .contains("制限ケース")
                        .doesNotContain(ADDRESS, PHONE, DecidedCase.PROVIDER);
            }
        }
        Session manabe = office.logsIn("manabe");
        assertThat(manabe.opens("/cases/" + number + "/own-data").text()).doesNotContain(ADDRESS, PHONE, HOSPITAL);
        assertThat(saeki.opens("/cases/" + number + "/disclosures").text()).doesNotContain(HOSPITAL);
        for (String form : List.of("reception", "obtainApplicationAndConsent", "assess", "draftPlan", "checkPlan")) {
            assertThat(saeki.opens("/cases/" + number + "/forms/" + form).text())
                    .as(form)
                    .doesNotContain(ADDRESS, PHONE, DecidedCase.PROVIDER);
        }
        assertThat(whole(manabe.sends("/cases/" + number + "/own-data", Map.of("paper", "06-support-notice"))))
                .contains("kaiji.html", "06-support-notice")
                .doesNotContain(ADDRESS, PHONE, HOSPITAL, DecidedCase.PROVIDER, ".png");

        saeki.posts("/cases/" + number + "/unlock", Map.of("reason", "LETTER", "note", "本人に渡す"));
        assertThat(saeki.opens("/cases/" + number + "/disclosures").text()).contains(HOSPITAL);
        assertThat(saeki.downloads(scan).statusCode()).isEqualTo(200);
        assertThat(saeki.opens("/cases/" + number + "/forms/draftPlan").text()).contains(DecidedCase.PROVIDER);
        assertThat(saeki.opens("/cases/" + number + "/forms/obtainApplicationAndConsent")
                        .text())
                .contains(ADDRESS, PHONE);
        assertThat(manabe.opens("/cases/" + number + "/forms/draftPlan").text())
                .as("opened by another one")
                .doesNotContain(DecidedCase.PROVIDER);
        assertThat(text(saeki.downloads("/api/cases/" + number + "/papers/06-support-notice")
                        .body()))
                .contains("制限ケース", DecidedCase.PROVIDER);
    }

    @Test
    void whatWasTakenBackComesAgainWithoutPlaces() {
        office.on("2026-07-09");
        String number = office.as("saeki").receives(Answers.named("戻野 千尋", "もどりの ちひろ", "1980-01-03"));
        office.as("saeki")
                .does(number, "decideTriage", Answers.triage("continueSupport"))
                .does(number, "obtainApplicationAndConsent", Answers.with(Answers.application(), "address", ADDRESS));
        String document = database.sql("select d.id::text from form_document d join support_case c on c.id = d.case_id"
                        + " where c.case_number = ? order by d.recorded_at desc, d.case_version desc limit 1")
                .param(number)
                .query(String.class)
                .single();
        Answer taken = office.logsIn("manabe")
                .posts(
                        "/cases/" + number + "/corrections",
                        Map.of("document", document, "reason", "書きまちがい", "confirmed", "true"));
        assertThat(taken.text()).doesNotContain("確認のチェックを入れてください");
        String draft = "/api/drafts/task/"
                + office.as("saeki")
                        .task(number, "obtainApplicationAndConsent")
                        .path("id")
                        .asText();
        assertThat(office.as("saeki").call("GET", draft, null).text()).contains(ADDRESS);
        restrict(number, "saeki");
        assertThat(office.as("saeki").call("GET", draft, null).text())
                .contains("applicationDate")
                .doesNotContain(ADDRESS);
    }

    /** A letter in hand opens a case until it has arrived, and its step the case for good. */
    private void whoOnlyLooksTakesNoLetter(String number) {
        Session aoki = office.logsIn("aoki");
        aoki.posts("/viewings", Map.of("number", number, "reason", "ABSENCE", "note", "電話に応対"));
        String letter = database.sql("select n.id::text from notice n join support_case c on c.id = n.case_id"
                        + " where c.case_number = ? and n.kind = 'DECIDED_PLAN' and n.receiver = '本人'")
                .param(number)
                .query(String.class)
                .single();
        assertThat(aoki.posts("/notices/take", Map.of("ids", letter)).text())
                .contains("まだ終わっていません")
                .doesNotContain("件を担当にしました");
        assertThat(office.as("saeki")
                        .task(number, "deliverPlan")
                        .path("assignee")
                        .asText())
                .isNotEqualTo("aoki");
    }

    private static byte[] picture() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(30, 40, BufferedImage.TYPE_INT_RGB), "png", file);
        return file.toByteArray();
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s", "");
        }
    }

    private static String whole(byte[] zip) throws IOException {
        StringBuilder all = new StringBuilder();
        try (ZipInputStream file = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = file.getNextEntry(); entry != null; entry = file.getNextEntry()) {
                byte[] content = file.readAllBytes();
                all.append(entry.getName());
                all.append(
                        entry.getName().endsWith(".pdf") ? text(content) : new String(content, StandardCharsets.UTF_8));
            }
        }
        return all.toString();
    }
}
