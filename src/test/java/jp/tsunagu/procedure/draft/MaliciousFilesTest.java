package jp.tsunagu.procedure.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import jp.tsunagu.engine.RefusedException;
import jp.tsunagu.engine.guard.ProcedureGuard;
import jp.tsunagu.procedure.ProcedureArchive;
import jp.tsunagu.procedure.ProcedureFiles;
import jp.tsunagu.procedure.check.GuardRefusals;
import jp.tsunagu.story.Office;
import jp.tsunagu.story.Office.Answer;
import jp.tsunagu.story.Office.Upload;
import jp.tsunagu.story.OfficeStory;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Files that want more than a procedure may, each tried at every door that takes files: refused, with a reason, and nothing kept. */
class MaliciousFilesTest extends OfficeStory {

    private static final String FOLDER = "/jp/tsunagu/engine/guard/malicious/";

    /** What the refusal says, by the beginning of the file's name; the longest that fits. */
    private static final Map<String, String> REASONS = new LinkedHashMap<>();

    static {
        REASONS.put("script", "スクリプト");
        REASONS.put("listener-script", "スクリプト");
        REASONS.put("condition-script", "スクリプト");
        REASONS.put("input-script", "スクリプト");
        REASONS.put("java-class", "Javaのクラス");
        REASONS.put("listener-class", "Javaのクラス");
        REASONS.put("variable-mapping-class", "Javaのクラス");
        REASONS.put("expression", "使えません");
        REASONS.put("expression-long", "長すぎます");
        REASONS.put("unknown-bean", "部品");
        REASONS.put("delegate-call", "使える部品の一覧にありません");
        REASONS.put("listener-as-step", "使える部品の一覧にありません");
        REASONS.put("listener-off-list", "使える部品の一覧にありません");
        REASONS.put("field-injection", "camunda:field");
        REASONS.put("connector", "外のファイルや処理");
        REASONS.put("external", "外のファイルや処理");
        REASONS.put("mail-task", "外のファイルや処理");
        REASONS.put("case-call", "外のファイルや処理");
        REASONS.put("form-key", "camunda:formKey");
        REASONS.put("form-validator-class", "camunda:formRef");
        REASONS.put("stylesheet-instruction", "ほかのプログラムへの指示");
        REASONS.put("xxe", "DOCTYPE");
        REASONS.put("billion-laughs", "DOCTYPE");
        REASONS.put("table-xxe", "DOCTYPE");
        REASONS.put("table-juel", "呼べるのは、用意された部品だけ");
        REASONS.put("table-groovy", "式の言語");
        REASONS.put("table-javascript", "式の言語");
        REASONS.put("table-feel-java", "関数は作れません");
        REASONS.put("table-java-function", "関数を作ること");
        REASONS.put("table-import", "外から読み込むこと");
        REASONS.put("form-script", "HTML");
        REASONS.put("form-image-handler", "HTML");
        REASONS.put("form-entity-link", "HTML");
        REASONS.put("form-text-by-expression", "HTML");
        REASONS.put("form-html", "項目の種類");
        REASONS.put("form-iframe", "項目の種類");
        REASONS.put("form-nested-component", "項目の種類");
        REASONS.put("form-image.", "項目の種類");
        REASONS.put("form-file-picker", "項目の種類");
        REASONS.put("form-javascript-link", "リンク");
        REASONS.put("form-tracking-picture", "画像");
        REASONS.put("form-endless-pattern", "時間がかかりすぎます");
        REASONS.put("huge", "大きすぎます");
        REASONS.put("deep", "深すぎます");
    }

    /** What the draft says itself of a file that cannot be read at all, before the guard looks at it. */
    private static final String UNREADABLE = "読めません";

    @Autowired
    Drafts drafts;

    @Autowired
    RepositoryService repository;

    @Autowired
    ProcedureArchive archive;

    @Autowired
    ProcedureGuard guard;

    @Autowired
    GuardRefusals checks;

    private int draft;

    record Malicious(String name, byte[] content) {

        String file() {
            return (name.endsWith(".form") ? "forms/" : "processes/") + name;
        }

        String text() {
            return new String(content, StandardCharsets.UTF_8);
        }

        String reason() {
            return REASONS.entrySet().stream()
                    .filter(reason -> name.startsWith(reason.getKey()))
                    .max((one, other) -> one.getKey().length() - other.getKey().length())
                    .map(Map.Entry::getValue)
                    .orElse("使えません");
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Malicious> files() throws URISyntaxException {
        File folder = new File(MaliciousFilesTest.class.getResource(FOLDER).toURI());
        return Stream.concat(
                Arrays.stream(folder.listFiles()).sorted().map(MaliciousFilesTest::read),
                Stream.of(
                        made("huge.bpmn", diagram("x".repeat(2_100_000))),
                        made("huge-attribute.dmn", "<definitions name='" + "x".repeat(2_100_000) + "'/>"),
                        made(
                                "huge.form",
                                "{\"id\": \"a\", \"components\": [], \"note\": \"" + "x".repeat(2_100_000) + "\"}"),
                        made("deep.bpmn", diagram("<a>".repeat(5_000) + "</a>".repeat(5_000))),
                        made(
                                "deep.form",
                                "{\"id\": \"a\", \"components\": " + "[".repeat(20_000) + "]".repeat(20_000) + "}"),
                        made(
                                "expression-deep.bpmn",
                                diagram("<a>${" + "(".repeat(400) + "x" + ")".repeat(400) + ".y()}</a>")),
                        made("expression-long.bpmn", diagram("<a>${x" + " + x".repeat(400) + "}</a>"))));
    }

    private static Malicious read(File file) {
        try {
            return new Malicious(file.getName(), Files.readAllBytes(file.toPath()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Malicious made(String name, String content) {
        return new Malicious(name, content.getBytes(StandardCharsets.UTF_8));
    }

    private static String diagram(String inside) {
        return "<bpmn:definitions xmlns:bpmn='http://www.omg.org/spec/BPMN/20100524/MODEL' targetNamespace='x'>"
                + "<bpmn:process id='intruder' isExecutable='true'><bpmn:documentation>" + inside
                + "</bpmn:documentation><bpmn:startEvent id='s'/></bpmn:process></bpmn:definitions>";
    }

    @BeforeEach
    void begin() {
        draft = drafts.begin("試し", "試すため", "tezuka").id();
    }

    @ParameterizedTest
    @MethodSource("files")
    void isRefusedAtEveryDoor(Malicious file) throws IOException {
        long deployed = repository.createDeploymentQuery().count();

        assertThatThrownBy(() -> repository
                        .createDeployment()
                        .addString(file.file(), file.text())
                        .deploy())
                .as("Java")
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining(file.reason())
                .hasMessageContaining("「" + file.file() + "」は手続に使えません。");
        for (String account : new String[] {"admin", "tezuka"}) {
            for (String door : new String[] {"/engine-rest", "/engine-rest/engine/default"}) {
                Answer refused = office.as(account)
                        .call("POST", door + "/deployment/create", new Upload("data", file.name(), file.text()));
                assertThat(refused.status()).as(door).isIn(403, 413);
                assertThat(refused.text()).containsAnyOf("手続の管理", "大きすぎます");
            }
        }
        Answer saved = office.as("tezuka")
                .call(
                        "PUT",
                        "/api/procedures/drafts/" + draft + "/file?name="
                                + URLEncoder.encode(file.file(), StandardCharsets.UTF_8),
                        Map.of("content", file.text(), "revision", 0));
        assertThat(saved.status()).as("editor").isEqualTo(400);
        assertThat(String.join("", saved.reasons())).containsAnyOf(file.reason(), UNREADABLE);
        Answer imported = imported(packed(file.file(), file.content()));
        assertThat(imported.status()).as("import").isEqualTo(400);
        assertThat(imported.text()).containsAnyOf(file.reason(), UNREADABLE);

        assertThat(repository.createDeploymentQuery().count()).isEqualTo(deployed);
        assertThat(drafts.changed(draft)).isEmpty();
    }

    /** Of this kind nothing may be in a procedure, whatever is in it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "processes/a.groovy",
                "processes/a.cmmn",
                "processes/a.bpmn20.xml",
                "forms/a.html",
                "a.jar",
                "../a.bpmn",
                "processes/..\\a.bpmn",
                "/etc/a.bpmn",
                "processes/あ.bpmn"
            })
    void otherFilesAreRefused(String name) throws IOException {
        assertThatThrownBy(() -> repository
                        .createDeployment()
                        .addString(name, diagram("よい"))
                        .deploy())
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("手続に使えません");
        assertThat(office.as("tezuka")
                        .call(
                                "PUT",
                                "/api/procedures/drafts/" + draft + "/file?name="
                                        + URLEncoder.encode(name, StandardCharsets.UTF_8),
                                Map.of("content", diagram("よい"), "revision", 0))
                        .status())
                .isEqualTo(400);
        assertThat(imported(packed(name, diagram("よい").getBytes(StandardCharsets.UTF_8)))
                        .text())
                .contains("取り込めません");
        assertThat(drafts.changed(draft)).isEmpty();
    }

    @Test
    void aZipThatGrowsIsRefused() throws IOException {
        byte[] bomb = packed("processes/a.bpmn", new byte[300_000_000]);
        assertThat(bomb.length).isLessThan(400_000);
        assertThat(imported(bomb).text()).contains("大きすぎます");
        ByteArrayOutputStream many = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(many)) {
            for (int i = 0; i < 600; i++) {
                zip.putNextEntry(new ZipEntry("forms/a" + i + ".form"));
                zip.write("{\"id\": \"a\", \"components\": []}".getBytes(StandardCharsets.UTF_8));
            }
        }
        assertThat(imported(many.toByteArray()).text()).contains("多すぎます");
        assertThat(drafts.changed(draft)).isEmpty();
    }

    /** Saved before there was a guard, or by whoever writes into the database: found before anybody is asked to approve it. */
    @Test
    void whatLiesInADraftIsFoundByTheChecks() {
        String diagram = "processes/complaint.bpmn";
        String harmless = new String(archive.files(1).content(diagram).orElseThrow(), StandardCharsets.UTF_8);
        assertThat(checks.of(drafts.files(draft))).isEmpty();
        String wicked = harmless.replaceFirst(
                "(<bpmn:userTask id=\"answerComplaint\" name=\")[^\"]*", "$1\\${dataSource.connection}");
        drafts.save(draft, diagram, wicked.getBytes(StandardCharsets.UTF_8), 0, "tezuka");
        assertThat(checks.of(drafts.files(draft))).singleElement().satisfies(finding -> {
            assertThat(finding.file()).isEqualTo(diagram);
            assertThat(finding.element()).isEqualTo("answerComplaint");
            assertThat(finding.message()).contains("dataSource.connection", "使えません");
        });
    }

    /** The list is no narrower than what the product itself needs. */
    @Test
    void whatIsInForcePasses() {
        ProcedureFiles files = archive.files(1);
        assertThat(files.ofEngine()).hasSizeGreaterThan(80);
        files.ofEngine()
                .forEach((name, content) ->
                        assertThat(guard.of(name, content)).as(name).isEmpty());
    }

    private Answer imported(byte[] packed) {
        return session().uploads("/procedures/drafts/" + draft + "/import", Map.of(), "p.zip", packed);
    }

    private static Office.Session session;

    private Office.Session session() {
        if (session == null) {
            session = office.logsIn("tezuka");
        }
        return session;
    }

    private static byte[] packed(String name, byte[] content) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(packed)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return packed.toByteArray();
    }
}
