package jp.tsunagu.access.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import jp.tsunagu.access.AccessLog;
import jp.tsunagu.story.Answers;
import jp.tsunagu.story.DecidedCase;
import jp.tsunagu.story.Office.Session;
import jp.tsunagu.story.OfficeStory;
import jp.tsunagu.work.SealWatch;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The auditor's page: who did what with which case, and nothing of any case; and that every door writes its line. */
class LogPageTest extends OfficeStory {

    private static final String NAME = "秘録 桔梗";

    @Autowired
    private AccessLog log;

    @Autowired
    private Sealer sealer;

    @Autowired
    private SealWatch seals;

    @Autowired
    private JdbcClient database;

    @Test
    void onlyTheAuditorOpensItAndItsUseIsRecordedToo() {
        office.on("2026-06-01");
        for (String other : List.of("saeki", "manabe", "uda", "kaji", "minakami", "tezuka", "admin")) {
            Session session = office.logsIn(other);
            for (String path : List.of("", "/unusual", "/log.csv", "/log.xlsx", "/anchor.txt")) {
                assertThat(session.opens("/access-log" + path).status())
                        .as(other + path)
                        .isEqualTo(403);
            }
            assertThat(session.posts("/access-log/verification", Map.of()).status())
                    .isEqualTo(403);
            assertThat(session.opens("/api/menu").text()).doesNotContain("/access-log");
        }
        Session auditor = office.logsIn("kansa");
        assertThat(auditor.opens("/api/menu").text()).contains("/access-log");
        auditor.opens("/access-log?kind=%E6%A4%9C%E7%B4%A2&user=saeki");
        auditor.downloads("/access-log/log.csv?user=saeki");
        assertThat(rows("user_id = 'kansa'"))
                .anyMatch(row -> row.contains("アクセス記録の検索") && row.contains("利用者、種類"))
                .anyMatch(row -> row.contains("書き出し") && row.contains("access-log.csv"));
    }

    /** A whole case: whatever shows, changes or gives out something of it has its line, and none says anything of the person. */
    @Test
    void everyDoorWritesALineWithoutAnythingOfThePerson() {
        office.on("2026-06-01");
        String number = DecidedCase.of(office, NAME, Answers.application());
        Session manabe = office.logsIn("manabe");
        String task =
                office.as("uda").task(number, "sendSupportNotice").path("id").asText();
        office.as("uda").get("/api/task-cards?id=" + task);
        office.logsIn("uda").opens("/notices");
        manabe.posts("/cases", Map.of("words", "秘録"));
        manabe.opens("/cases/" + number);
        manabe.opens("/cases/" + number + "/forms/assess");
        manabe.opens("/cases/" + number + "/records");
        manabe.opens("/cases/" + number + "/attachments");
        manabe.opens("/cases/" + number + "/disclosures");
        manabe.opens("/cases/" + number + "/corrections");
        manabe.opens("/cases/" + number + "/merge");
        manabe.opens("/oversight/forecast");
        manabe.downloads("/oversight/heat.xlsx");
        manabe.downloads("/api/cases/" + number + "/papers/01-application");
        manabe.downloads("/cases/" + number + "/own-data");

        Set<String> acts = new TreeSet<>(
                database.sql("select action || coalesce('/' || step, '') from access_record where case_number = ?")
                        .param(number)
                        .query(String.class)
                        .list());
        assertThat(acts)
                .contains(
                        "タスク一覧表示",
                        "通知一覧表示",
                        "台帳表示",
                        "閲覧/case",
                        "閲覧/form",
                        "閲覧/record",
                        "閲覧/attachment",
                        "閲覧/disclosures",
                        "閲覧/corrections",
                        "閲覧/merge",
                        "閲覧/own-data",
                        "閲覧/decideTriage",
                        "記録/decideTriage",
                        "記録/decidePlan",
                        "印刷/01-application");
        assertThat(rows("user_id = 'manabe' and case_number is null"))
                .anyMatch(row -> row.contains("台帳検索") && row.contains("氏名・ふりがな"))
                .anyMatch(row -> row.contains("書き出し") && row.contains("heat.xlsx"));
        assertThat(rows("true")).noneMatch(row -> row.contains("秘録") || row.contains("桔梗"));
        assertThat(rows("case_number = '" + number + "' and user_id <> 'tsunagu' and client is null"))
                .as("each act of a person says from where")
                .isEmpty();
        assertThat(office.logsIn("kansa").opens("/access-log?case=" + number).text())
                .contains(number, "ケースの画面", "真鍋", "127.0.0.1", "プランと支援を決定する", "様式 01-application")
                .doesNotContain("秘録", "桔梗");
    }

    @Test
    void whatAClientSaysOfItselfIsNotBelieved() throws Exception {
        office.on("2026-06-01");
        String number = office.as("saeki").receives(Answers.named("遠方 太郎", "えんぽう たろう", "1980-01-02"));
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + port + "/api/cases/" + number + "/papers"))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString("saeki:demo".getBytes(StandardCharsets.UTF_8)))
                .header("X-Forwarded-For", "203.0.113.9")
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(request, BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(200);
        assertThat(rows("client like '%203.0.113.9%'")).isEmpty();
        assertThat(rows("step = 'papers' and case_number = '" + number + "' and client = '127.0.0.1'"))
                .hasSize(1);
    }

    @Test
    void itIsPagedWithoutLosingOrRepeatingALine() throws IOException {
        office.clock("2027-01-10T10:00");
        for (int page = 0; page < 3; page++) {
            log.recordEach(
                    "aoki",
                    IntStream.range(page * 45, page * 45 + 45)
                            .mapToObj("R9-%05d"::formatted)
                            .toList(),
                    "閲覧",
                    "case");
        }
        Session auditor = office.logsIn("kansa");
        String path = "/access-log?user=aoki&from=2027-01-10&to=R9.1.10";
        List<String> seen = new ArrayList<>();
        Pattern next = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"");
        for (int page = 0; page < 3; page++) {
            String text = auditor.opens(path).text();
            Matcher numbers = Pattern.compile(">(R9-\\d{5})<").matcher(text);
            while (numbers.find()) {
                seen.add(numbers.group(1));
            }
            Matcher link = next.matcher(text);
            assertThat(link.find()).as("page " + page).isEqualTo(page < 2);
            path = page < 2 ? link.group(1).replace("&amp;", "&") : path;
        }
        assertThat(seen).hasSize(135).doesNotHaveDuplicates();
        String csv = new String(
                auditor.downloads("/access-log/log.csv?user=aoki&from=2027-01-10&to=R9.1.10")
                        .body(),
                StandardCharsets.UTF_8);
        assertThat(csv.lines()).hasSize(136);
        assertThat(csv).contains("青木", "R9-00134").startsWith("\uFEFF番号,日時,利用者");
        assertThat(sheets(auditor.downloads("/access-log/log.xlsx?user=aoki&from=2027-01-10&to=R9.1.10")
                        .body()))
                .contains("R9-00134");

        String unusual = auditor.opens("/access-log/unusual?from=2027-01-10&to=2027-01-10")
                .text();
        assertThat(unusual).contains("1時間に20件以上", "青木", ">135<");
        office.clock("2027-01-11T23:30");
        log.record("aoki", "R9-00001", "閲覧", "case", "担当の不在");
        office.clock("2027-01-12T10:00");
        assertThat(auditor.opens("/access-log/unusual?from=2027-01-11&to=2027-01-12")
                        .text())
                .contains("担当の不在", "23:30", "制限ケースを扱った人")
                .doesNotContain(">135<");
        assertThat(auditor.opens("/access-log?from=2027-02-30&kind=x&to=%00").text())
                .contains("「いつから」は", "種類を一覧から", "当てはまる記録はありません");
    }

    @Test
    void theAuditorVerifiesWithAButtonAndKeepsTheHead() {
        office.on("2026-06-01");
        log.record("saeki", "R8-90009", "閲覧", "case");
        sealer.seal();
        Session auditor = office.logsIn("kansa");
        String anchor = new String(auditor.downloads("/access-log/anchor.txt").body(), StandardCharsets.UTF_8);
        assertThat(Anchor.parse(anchor)).isPresent();
        assertThat(auditor.posts("/access-log/verification", Map.of("anchor", anchor))
                        .text())
                .contains("跡はありません", "まだ封印していない記録");
        String other = anchor.strip().replaceAll(".$", anchor.strip().endsWith("0") ? "1" : "0");
        assertThat(auditor.posts("/access-log/verification", Map.of("anchor", other))
                        .text())
                .contains("合わないところがあります", "控えにある封印が、いまの記録にありません");
        assertThat(auditor.posts("/access-log/verification", Map.of("anchor", "よく分からない"))
                        .text())
                .contains("控えの封印は「番号:値」の形で");
    }

    @Test
    void theAdministratorsAreToldWhenNobodySeals() {
        office.on("2026-06-01");
        sealer.seal();
        seals.check();
        assertThat(alerts()).isZero();
        database.sql("insert into access_record (at, user_id, kind, action, written_at)"
                        + " values (now(), 'saeki', '閲覧', '閲覧', now() - interval '10 minutes')")
                .update();
        seals.check();
        seals.check();
        assertThat(alerts()).isEqualTo(1);
        assertThat(office.as("admin").call("GET", "/api/watch", null).text()).contains("アクセス記録の封印が止まっています");
        office.clock("2026-06-01T10:30");
        assertThat(office.as("admin").call("GET", "/actuator/prometheus", null).text())
                .containsPattern("tsunagu_access_records_unsealed [1-9]")
                .containsPattern("tsunagu_access_records_unsealed_age_seconds [0-9]+");
        sealer.seal();
        seals.check();
        assertThat(alerts()).isZero();
    }

    private long alerts() {
        return database.sql("select count(*) from case_alert where kind = 'log_unsealed' and settled_at is null")
                .query(Long.class)
                .single();
    }

    private List<String> rows(String where) {
        return database.sql("select r::text from access_record r where " + where)
                .query(String.class)
                .list();
    }

    private static String sheets(byte[] workbook) throws IOException {
        StringBuilder text = new StringBuilder();
        Path file = Files.write(Files.createTempFile("access-log", ".xlsx"), workbook);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                text.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        Files.delete(file);
        return text.toString();
    }
}
