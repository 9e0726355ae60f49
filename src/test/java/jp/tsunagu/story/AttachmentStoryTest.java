package jp.tsunagu.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import jp.tsunagu.municipality.Settings;
import jp.tsunagu.story.Office.Answer;
import jp.tsunagu.story.Office.Session;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A signed paper that was scanned is kept with its case: what it is, who signed it when, and nothing that could harm. */
class AttachmentStoryTest extends OfficeStory {

    private static final Pattern FILE = Pattern.compile("/attachments/([0-9a-f-]{36})\"");

    @Autowired
    private JdbcClient database;

    @Autowired
    private Settings settings;

    private String number;
    private Session saeki;

    @BeforeEach
    void aCase() {
        office.at("2026-09-18T10:00");
        number = office.as("saeki").receives(Answers.named("添野 附子", "そえの つきこ", "1979-01-02"));
        saeki = office.logsIn("saeki");
    }

    @Test
    void aSignedPaperIsKeptAndComesBackAsAFileOnly() throws Exception {
        byte[] scan = picture(1);
        String nasty = "..\\\\..\\\\添野\u202Egnp.さん<script>.png";
        Answer kept = saeki.uploads(papers(), said("paper", "PLAN"), nasty, scan);
        assertThat(kept.text())
                .contains("書類を添付しました", "第4号様式", "令和8年9月17日", "本人の署名", "添野gnp.さん&lt;script&gt;.png", "PNG・1ページ")
                .doesNotContain("<script>.png", "\u202E");

        HttpResponse<byte[]> file = saeki.downloads(papers() + "/" + id(kept));
        assertThat(file.body()).isEqualTo(scan);
        assertThat(file.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("image/png"));
        assertThat(file.headers().map())
                .containsEntry(
                        "Content-Disposition", List.of("attachment; filename=\"plan_" + number + "_2026-09-17.png\""))
                .containsEntry("X-Content-Type-Options", List.of("nosniff"))
                .containsEntry("Content-Security-Policy", List.of("default-src 'none'; sandbox"))
                .containsEntry("Cache-Control", List.of("no-store"));
        assertThat(count("select count(*) from access_record where step = 'attachment' and action in ('添付', '閲覧') "
                        + "and case_number = ?"))
                .as("put in, opened, and each list that was shown")
                .isGreaterThanOrEqualTo(3);
        assertThat(count("select count(*) from attachment a join support_case c on c.id = a.case_id "
                        + "where c.case_number = ? and a.sha256 <> sha256(a.content)"))
                .as("kept, and not to be read in the database")
                .isEqualTo(1);
    }

    @Test
    void theSamePaperTwiceIsKeptOnce() throws Exception {
        byte[] scan = picture(2);
        Map<String, String> said = said();
        saeki.uploads(papers(), said, "a.png", scan);
        assertThat(saeki.uploads(papers(), said, "a.png", scan).status())
                .as("the same act")
                .isEqualTo(200);
        Answer again = saeki.uploads(papers(), said("paper", "CONSENT"), "b.png", scan);
        assertThat(again.text()).contains("すでに添付されています（令和8年9月18日）", "value=\"CONSENT\" selected");
        assertThat(papersKept()).isEqualTo(1);

        Answer withdrawn = saeki.posts(papers() + "/" + id(again) + "/withdrawal", Map.of("reason", "別の人の書類"));
        assertThat(withdrawn.text()).contains("取り消しました", "別の人の書類", "<del>");
        assertThat(saeki.uploads(papers(), said(), "b.png", scan).text())
                .as("what was taken back can come again")
                .contains("書類を添付しました");
        assertThat(papersKept()).isEqualTo(2);
    }

    @Test
    void whatIsTakenBackIsOpenToTheChiefOnlyAndNeverGone() throws Exception {
        String id = id(saeki.uploads(papers(), said(), "a.png", picture(3)));
        assertThat(saeki.posts(papers() + "/" + id + "/withdrawal", Map.of("reason", " "))
                        .text())
                .contains("取消の理由を入力してください");
        saeki.posts(papers() + "/" + id + "/withdrawal", Map.of("reason", "まちがい"));
        assertThat(saeki.posts(papers() + "/" + id + "/withdrawal", Map.of("reason", "もう一度"))
                        .text())
                .contains("すでに取り消されています");
        assertThat(saeki.downloads(papers() + "/" + id).statusCode()).isEqualTo(403);
        assertThat(office.logsIn("manabe").downloads(papers() + "/" + id).statusCode())
                .isEqualTo(200);
        assertThat(office.logsIn("aoki").downloads(papers() + "/" + id).statusCode())
                .isEqualTo(403);
        assertThat(office.logsIn("aoki")
                        .uploads(papers(), said(), "a.png", picture(4))
                        .status())
                .isEqualTo(403);
        String other = office.as("saeki").receives(Answers.named("別野 件子", "べつの けんこ", "1980-01-01"));
        assertThat(saeki.downloads("/cases/" + other + "/attachments/" + id).statusCode())
                .as("of another case")
                .isEqualTo(404);
    }

    @Test
    void whatCannotBeTakenIsToldAndTheRestOfTheFormStays() throws Exception {
        Map<String, String> said = said("manner", "AMANUENSIS", "signedBy", "妹（添野 花）");
        Answer noReason = saeki.uploads(papers(), said, "a.png", picture(5));
        assertThat(noReason.status()).isEqualTo(400);
        assertThat(noReason.text()).contains("代筆の理由を入力してください", "妹（添野 花）", "value=\"R8.9.17\"", "ファイルは、もう一度選んでください");
        assertThat(saeki.uploads(papers(), said("paper", "OTHER", "signedOn", "R8.9.19"), "a.png", new byte[0])
                        .text())
                .contains("何の書類かを入力", "まだ来ていない日", "空です");
        assertThat(saeki.uploads(papers(), said(), "本物.pdf", "MZ 実行できるもの".getBytes(StandardCharsets.UTF_8))
                        .text())
                .contains("この種類のファイルは添付できません");
        assertThat(saeki.posts(papers(), said()).status()).as("no file at all").isEqualTo(400);
        assertThat(saeki.uploads(papers(), said(), "a\u0000.png", picture(5)).status())
                .as("no browser sends such a name")
                .isEqualTo(400);
        assertThat(papersKept()).isZero();
    }

    @Test
    void tooLargeIsToldInJapaneseWhereverItIsFoundOut() throws Exception {
        settings.set(Settings.ATTACHMENT_MEGABYTES, "1", LocalDate.of(2026, 9, 1));
        try {
            byte[] scan = picture(6);
            byte[] large = java.util.Arrays.copyOf(scan, 1_200_000);
            assertThat(saeki.uploads(papers(), said(), "a.png", large).text())
                    .contains("ファイルが大きすぎます（1MBまで）", "value=\"R8.9.17\"");
        } finally {
            settings.set(Settings.ATTACHMENT_MEGABYTES, "10", LocalDate.of(2026, 9, 1));
        }
        Answer huge = saeki.uploads(papers(), said(), "a.png", 200_000_000);
        assertThat(huge.status()).isEqualTo(413);
        assertThat(huge.text()).contains("ファイルが大きすぎる", "何も保存していません", papers());
        assertThat(saeki.posts("/cases/" + number + "/records", Map.of("facts", "あ".repeat(2_000_000)))
                        .status())
                .as("elsewhere the limit is as before")
                .isEqualTo(413);
        assertThat(papersKept()).isZero();
    }

    private String papers() {
        return "/cases/" + number + "/attachments";
    }

    private static Map<String, String> said(String... changes) {
        Map<String, String> said = new HashMap<>(Map.of(
                "key",
                UUID.randomUUID().toString(),
                "paper",
                "APPLICATION",
                "signedOn",
                "R8.9.17",
                "manner",
                "PERSON"));
        for (int i = 0; i < changes.length; i += 2) {
            said.put(changes[i], changes[i + 1]);
        }
        return said;
    }

    private static byte[] picture(int shade) throws IOException {
        BufferedImage image = new BufferedImage(30, 40, BufferedImage.TYPE_INT_RGB);
        image.setRGB(1, 1, shade);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageIO.write(image, "png", file);
        return file.toByteArray();
    }

    private static String id(Answer page) {
        return FILE.matcher(page.text())
                .results()
                .findFirst()
                .map(found -> found.group(1))
                .orElseThrow(() -> new AssertionError(page.text()));
    }

    private long papersKept() {
        return count(
                "select count(*) from attachment a join support_case c on c.id = a.case_id where c.case_number = ?");
    }

    private long count(String sql) {
        return database.sql(sql).param(number).query(Long.class).single();
    }
}
