package jp.tsunagu.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipInputStream;
import jp.tsunagu.story.Answers;
import jp.tsunagu.story.DecidedCase;
import jp.tsunagu.story.Office.Session;
import jp.tsunagu.story.OfficeStory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 開示請求: everything about a person in one file, facts apart from views, and nothing of what was kept back. */
class OwnDataTest extends OfficeStory {

    private static final String NEIGHBOUR = "隣の家の田貫さんから苦情があった";
    private static final String OPINION = "少し疲れている様子に見えた";

    @Autowired
    private JdbcClient database;

    @Test
    void oneFileWithFactsApartFromViewsAndWithoutWhatIsKeptBack() throws IOException {
        office.on("2026-06-01");
        String number = DecidedCase.of(office, "開示 求", Answers.application());
        office.logsIn("saeki")
                .posts(
                        "/cases/" + number + "/records",
                        Map.of(
                                "key", UUID.randomUUID().toString(),
                                "occurredOn", "2026-06-01",
                                "method", "visitInPerson",
                                "with", "PERSON",
                                "facts", NEIGHBOUR,
                                "opinion", OPINION,
                                "nextDate", "R8.6.20"));
        Session manabe = office.logsIn("manabe");
        office.logsIn("aoki").posts("/viewings", Map.of("number", number, "reason", "OTHER", "note", "窓口で尋ねられた"));
        String path = "/cases/" + number + "/own-data";
        String page = manabe.opens(path).text();
        assertThat(page)
                .contains(NEIGHBOUR, OPINION, "開示 求", "主任相談支援員", "相談申込・受付票", "個人情報の共有についての同意書", "窓口で尋ねられた")
                .as("where other cases stand, and what the person never said")
                .doesNotContain("支援調整会議　次第", "支援調整会議　議事録", "同意撤回届");

        Map<String, byte[]> whole = zip(manabe, path, Map.of());
        String html = text(whole, "kaiji.html");
        assertThat(whole.keySet()).contains("kaiji.html", "kaiji.json").noneMatch(name -> name.startsWith("様式/"));
        assertThat(html).contains("開示 求", NEIGHBOUR, OPINION, "閲覧").doesNotContain("真鍋</th>");
        assertThat(html.indexOf(NEIGHBOUR)).isLessThan(html.indexOf("第2部"));
        assertThat(html.indexOf(OPINION)).isGreaterThan(html.indexOf("第2部"));
        JsonNode json = new ObjectMapper().readTree(whole.get("kaiji.json"));
        assertThat(json.path("facts").toString()).contains(NEIGHBOUR).doesNotContain(OPINION);
        assertThat(json.path("views").toString()).contains(OPINION).doesNotContain(NEIGHBOUR);

        String masked = idOf(page, NEIGHBOUR);
        Map<String, byte[]> part = zip(manabe, path, Map.of("mask", masked, "paper", "01-application"));
        assertThat(part.keySet()).contains("様式/01-application 相談申込・受付票.pdf");
        assertThat(text(part, "kaiji.html")).contains("■■■", OPINION, "1 か所").doesNotContain("田貫");
        assertThat(text(part, "kaiji.json")).contains("■■■").doesNotContain("田貫");
        String address = textOf(page, ":address");
        assertThat(pdf(part)).contains(address);
        String addresses = Pattern.compile("name=\"mask\" value=\"([^\"]+:address)\"")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.joining(","));
        Map<String, byte[]> without = zip(manabe, path, Map.of("mask", addresses, "paper", "01-application"));
        assertThat(pdf(without)).doesNotContain(address);
        assertThat(text(without, "kaiji.html")).doesNotContain(address).contains(NEIGHBOUR);
        assertThat(zip(manabe, path, Map.of("mask", masked, "paper", "03-progress"))
                        .keySet())
                .as("a paper that would print the line is not among them")
                .noneMatch(name -> name.startsWith("様式/"));

        assertThat(database.sql("select action || ' ' || reason from access_record where case_number = ? and"
                                + " action = '開示請求の書き出し' order by id")
                        .param(number)
                        .query(String.class)
                        .list())
                .containsExactly("開示請求の書き出し 全部の開示", "開示請求の書き出し 一部の開示", "開示請求の書き出し 一部の開示", "開示請求の書き出し 一部の開示");
        assertThat(manabe.posts(path, Map.of("mask", "r:" + UUID.randomUUID() + ":facts"))
                        .status())
                .as("marked on a page that is out of date")
                .isEqualTo(409);
    }

    @Test
    void onlyTheChiefAndTheWardsOfficerWhoMayReadTheCase() {
        office.on("2026-06-01");
        String number = office.as("saeki").receives(Answers.named("開示 不可", "かいじ ふか", "1980-01-02"));
        String path = "/cases/" + number + "/own-data";
        for (String other : List.of("saeki", "kobayakawa", "uda", "kaji", "kansa", "minakami", "admin")) {
            Session session = office.logsIn(other);
            assertThat(session.opens(path).status()).as(other).isEqualTo(403);
            assertThat(session.posts(path, Map.of()).status()).as(other).isEqualTo(403);
        }
        assertThat(office.logsIn("manabe").opens("/cases/" + number).text()).contains(path);
        assertThat(office.logsIn("saeki").opens("/cases/" + number).text()).doesNotContain(path);
    }

    private static String idOf(String page, String text) {
        Matcher id = Pattern.compile("name=\"mask\" value=\"([^\"]+)\"(?:(?!name=\"mask\").)*?" + text, Pattern.DOTALL)
                .matcher(page);
        String last = null;
        while (id.find()) {
            last = id.group(1);
        }
        assertThat(last).isNotNull();
        return last;
    }

    /** What stands in the row of the passage whose id ends so. */
    private static String textOf(String page, String ending) {
        Matcher row = Pattern.compile(
                        "name=\"mask\" value=\"[^\"]+" + ending + "\".*?<td class=\"prose\">([^<]+)</td>",
                        Pattern.DOTALL)
                .matcher(page);
        assertThat(row.find()).isTrue();
        return row.group(1);
    }

    private static String pdf(Map<String, byte[]> files) throws IOException {
        try (PDDocument document = Loader.loadPDF(files.get("様式/01-application 相談申込・受付票.pdf"))) {
            return new PDFTextStripper().getText(document).replaceAll("\\s", "");
        }
    }

    private Map<String, byte[]> zip(Session who, String path, Map<String, String> form) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(who.sends(path, form)))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    private static String text(Map<String, byte[]> files, String name) {
        return new String(files.get(name), StandardCharsets.UTF_8);
    }
}
