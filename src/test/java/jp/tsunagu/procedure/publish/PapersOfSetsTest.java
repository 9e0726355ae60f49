package jp.tsunagu.procedure.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import jp.tsunagu.procedure.ChangedProcedure;
import jp.tsunagu.procedure.check.Finding;
import jp.tsunagu.procedure.draft.Draft;
import jp.tsunagu.story.Answers;
import jp.tsunagu.story.Office.Answer;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Papers and the list of deciding variables are changed by two people, too; each case is printed and decided on its own set. */
@Tag("publishing")
class PapersOfSetsTest extends PublishingStory {

    private static final String PAPER = "forms/paper-01-application.html";
    private static final String VARIABLES = "processes/variables.yaml";
    private static final String TRIAGE = "forms/03-decide-triage.form";
    private static final ObjectMapper JSON = new ObjectMapper();

    private ChangedProcedure product;

    @Autowired
    private JdbcClient database;

    @BeforeEach
    void theirTools(@Autowired AutowireCapableBeanFactory beans) {
        product = beans.createBean(ChangedProcedure.class);
    }

    private static Transition stay() {
        return new Transition(TransitionRule.STAY, Set.of(), new TreeMap<>());
    }

    private String present(String file) {
        return new String(administrators.present().contents().get(file), UTF_8);
    }

    private Answer save(int draft, String file, String content) {
        Map<String, Object> saving = new HashMap<>();
        saving.put("content", content);
        saving.put("revision", administrators.drafts.revision(draft, file));
        return office.as("tezuka").call("PUT", api(draft, "file", file), saving);
    }

    private static String api(int draft, String what, String file) {
        return "/api/procedures/drafts/" + draft + "/" + what + "?name=" + URLEncoder.encode(file, UTF_8);
    }

    private JsonNode look(int draft, String file, String content) {
        Answer answer =
                office.as("tezuka").call("POST", api(draft, "paper", file), Map.of("content", content, "filled", true));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private String printed(String number) throws IOException, InterruptedException {
        String login = Base64.getEncoder().encodeToString("saeki:demo".getBytes(UTF_8));
        HttpResponse<byte[]> paper = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(
                                        "http://localhost:" + port + "/api/cases/" + number + "/papers/01-application"))
                                .header("Authorization", "Basic " + login)
                                .build(),
                        BodyHandlers.ofByteArray());
        assertThat(paper.statusCode()).isEqualTo(200);
        try (PDDocument pdf = Loader.loadPDF(paper.body())) {
            return new PDFTextStripper().getText(pdf).replaceAll("\\s", "");
        }
    }

    private String received(String name) {
        return office.as("saeki").receives(Answers.named(name, "ふりがな", "1980-01-01"));
    }

    @Test
    void anOldCaseIsPrintedOnTheOldPaperAndANewOneOnTheNew() throws Exception {
        String old = received("様式 一郎");
        int draft = administrators.draft("申込書に注意を加える", Map.of());
        String changed = present(PAPER).replace("</body>", "<p>区のお知らせを読みました {{name}}</p></body>");

        JsonNode look = look(draft, PAPER, changed);
        assertThat(look.path("slips")).isEmpty();
        assertThat(look.path("pages")).isNotEmpty();
        byte[] page =
                Base64.getDecoder().decode(look.path("pages").get(0).asText().replaceFirst(".*,", ""));
        assertThat(page).startsWith((byte) 0x89, (byte) 'P', (byte) 'N', (byte) 'G');
        assertThat(look.path("fields").findValuesAsText("name")).contains("name", "contactRoute", "caseNumber");
        assertThat(save(draft, PAPER, changed).status()).isEqualTo(200);

        int before = administrators.sets.current();
        int set = administrators.publish(draft, stay());
        assertThat(set).isGreaterThan(before);
        String fresh = received("様式 二郎");
        assertThat(printed(fresh)).contains("区のお知らせを読みました様式二郎");
        assertThat(printed(old)).contains("様式一郎").doesNotContain("区のお知らせ");

        product.publishPackaged();
        assertThat(administrators.sets.current()).as("a restart").isEqualTo(set);
        administrators.rollback.rollBack(draft, "まちがい", PublishingOffice.HIRAI);
        assertThat(present(PAPER)).doesNotContain("区のお知らせ");
        assertThat(printed(received("様式 三郎"))).doesNotContain("区のお知らせ");
    }

    @Test
    void aCaseThatMovesIsPrintedOnTheNewPaper() throws Exception {
        String old = received("様式 四郎");
        String changed = present(PAPER).replace("</body>", "<p>区のお知らせ</p></body>");
        int draft = administrators.draft("お知らせを加える", Map.of(PAPER, changed.getBytes(UTF_8)));
        administrators.publish(draft, new Transition(TransitionRule.MOVE, Set.of(), new TreeMap<>()));
        assertThat(printed(old)).contains("様式四郎", "区のお知らせ");
    }

    @Test
    void aPaperThatFetchesOrRunsOrNamesWhatIsNotThereIsRefusedAtItsLine() {
        int draft = administrators.draft("だめな様式", Map.of());
        String paper = present(PAPER);
        for (String bad : List.of(
                "<img src=\"file:///etc/passwd\"/>",
                "<script>alert(1)</script>",
                "<object data=\"http://example.com/\"/>",
                "<link rel=\"stylesheet\" href=\"http://example.com/\"/>",
                "<p style=\"background: url(file:///etc/passwd)\">x</p>",
                "<p style=\"background: ur\\6c(http://example.com/)\">x</p>",
                "<style>@import 'http://example.com/a.css';</style>",
                "<a href=\"http://example.com/\">x</a>",
                "<p onclick=\"alert(1)\">x</p>",
                "{{{name}}}",
                "{{&name}}",
                "{{nmae}}",
                "{{#name}}",
                "{{/name}}",
                "{{=<% %>=}}",
                "{{>nothing}}",
                "<b>x",
                "<!-- {{name}} -->",
                "{{name.class}}")) {
            String content = paper.replace("</body>", "\n" + bad + "\n</body>");
            int line = (int) content.substring(0, content.indexOf("\n" + bad + "\n") + 1)
                            .lines()
                            .count()
                    + 1;
            JsonNode slips = look(draft, PAPER, content).path("slips");
            assertThat(slips).as(bad).isNotEmpty();
            assertThat(slips.get(0).path("line").asInt()).as(bad).isBetween(line, line + 2);
            assertThat(slips.get(0).path("message").asText()).as(bad).containsPattern("[ぁ-ん]");
        }
        save(draft, PAPER, paper.replace("</body>", "<img src=\"file:///etc/passwd\"/>\n</body>"));
        List<Finding> findings = administrators.proposals.findings(draft);
        assertThat(findings)
                .filteredOn(Finding::blocks)
                .extracting(Finding::rule)
                .containsOnly("paper-loads-nothing");
        assertThatThrownBy(() -> administrators.agree(draft, stay(), java.time.LocalDate.of(2026, 10, 5)))
                .hasMessageMatching("(?s).*[ぁ-ん].*");
        assertThat(office.as("saeki")
                        .call("POST", api(draft, "paper", PAPER), Map.of("content", paper, "filled", true))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aNewDecidingFieldReachesTheEngineOnlyWhereItWasPublished() throws Exception {
        String old = received("変数 一郎");
        int draft = administrators.draft("家計を判断する", Map.of());
        String list = present(VARIABLES);
        for (Map.Entry<String, String> bad : Map.of(
                        "- {name: householdMemo, type: String, process: all}", "決まった値",
                        "- {name: householdMemo, type: String, pattern: '.*', process: all}", "pattern",
                        "- {name: HouseholdMemo, type: Boolean, process: all}", "名前",
                        "- {name: householdMemo, type: Text, process: all}", "種類",
                        "- {name: householdMemo, type: Json, values: [a], process: all}", "Json",
                        "- {name: householdMemo, type: Boolean, process: nowhere}", "手続",
                        "- {name: consent, type: Boolean, process: all}", "二度",
                        "- [", "YAML")
                .entrySet()) {
            save(draft, VARIABLES, list + "  " + bad.getKey() + "\n");
            assertThat(listFindings(draft)).as(bad.getKey()).isNotEmpty().anySatisfy(finding -> {
                assertThat(finding.message()).contains(bad.getValue());
                assertThat(Integer.parseInt(finding.element()))
                        .isGreaterThan((int) list.lines().count());
            });
        }
        save(draft, VARIABLES, list.replaceFirst("(?m)^.*name: urgent,.*\n", ""));
        assertThat(listFindings(draft))
                .anySatisfy(finding -> assertThat(finding.message()).contains("urgent", "取り除けません"));

        save(
                draft,
                VARIABLES,
                list + "  - {name: householdResult, type: String, values: [needed, notNeeded], process: all}\n");
        save(draft, TRIAGE, withHouseholdField(present(TRIAGE)));
        assertThat(listFindings(draft)).isEmpty();
        administrators.publish(draft, stay());

        String fresh = received("変数 二郎");
        Map<String, Object> answers = new HashMap<>(Answers.triage("continueSupport"));
        answers.put("householdResult", "needed");
        office.as("saeki").does(fresh, "decideTriage", answers);
        office.as("saeki").does(old, "decideTriage", Answers.triage("continueSupport"));
        assertThat(valuesOf(fresh)).containsExactly("needed");
        assertThat(valuesOf(old)).isEmpty();
    }

    private Stream<Finding> stream(int draft) {
        return administrators.proposals.findings(draft).stream()
                .filter(finding -> finding.file().equals(VARIABLES));
    }

    private List<Finding> listFindings(int draft) {
        return stream(draft)
                .filter(finding -> finding.rule().equals("variable-list"))
                .toList();
    }

    private List<String> valuesOf(String number) {
        return database.sql("""
                        select v.text_ from act_ru_variable v join act_ru_execution e on e.id_ = v.proc_inst_id_
                        where v.name_ = 'householdResult' and e.business_key_ = ?""").param(number).query(String.class).list();
    }

    private static String withHouseholdField(String form) throws IOException {
        JsonNode json = JSON.readTree(form);
        ArrayNode group = (ArrayNode) json.path("components").get(2).path("components");
        group.add(JSON.readTree("""
                {"type": "radio", "label": "家計の支援", "key": "householdResult", "id": "Field_householdResult",
                 "layout": {"row": "Row_household", "columns": 16},
                 "values": [{"label": "必要", "value": "needed"}, {"label": "必要ない", "value": "notNeeded"}]}"""));
        return json.toString();
    }

    @Test
    void aNewerPackagedPaperUnderAPublishedOneIsProposed() {
        String packaged = present(PAPER);
        int draft = administrators.draft(
                "区の様式",
                Map.of(PAPER, packaged.replace("</body>", "<p>区</p></body>").getBytes(UTF_8)));
        int set = administrators.publish(draft, stay());
        long before = opened();
        byte[] newer = packaged.replace("</body>", "<p>製品</p></body>").getBytes(UTF_8);
        product.publish(Map.of(PAPER, same -> newer));
        product.publish(Map.of(PAPER, same -> newer));
        assertThat(administrators.sets.current()).isEqualTo(set);
        assertThat(opened()).isEqualTo(before + 1);
    }

    private long opened() {
        return administrators.drafts.all().stream()
                .map(Draft::createdBy)
                .filter(PackagedUpgrades.PRODUCT::equals)
                .count();
    }

    /** As after the upgrade of an installation whose sets had no texts yet. */
    @Test
    void setsOfATimeBeforeGetThePackagedPapersWithoutANewSet() {
        int set = administrators.sets.current();
        database.sql("delete from procedure_set_text").update();
        assertThat(administrators.present().content(PAPER)).isEmpty();
        product.publishPackaged();
        assertThat(administrators.sets.current()).isEqualTo(set);
        assertThat(administrators.present().content(PAPER)).isPresent();
        assertThat(administrators.archive.files(1).content(VARIABLES)).isPresent();
    }
}
