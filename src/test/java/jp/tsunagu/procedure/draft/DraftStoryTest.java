package jp.tsunagu.procedure.draft;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import jp.tsunagu.engine.ProcedureSets;
import jp.tsunagu.procedure.FileTitles;
import jp.tsunagu.procedure.ProcedureArchive;
import jp.tsunagu.procedure.ProcedureFiles;
import jp.tsunagu.procedure.file.UnreadableFileException;
import jp.tsunagu.procedure.file.XmlElement;
import jp.tsunagu.procedure.file.XmlFile;
import jp.tsunagu.story.Office;
import jp.tsunagu.story.Office.Answer;
import jp.tsunagu.story.OfficeStory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A change of the procedure as administrators make it: over the pages and over what the editors send. */
class DraftStoryTest extends OfficeStory {

    private static final String DIAGRAM = "processes/complaint.bpmn";

    private static final Map<String, Office.Session> SESSIONS = new HashMap<>();

    @Autowired
    Drafts drafts;

    @Autowired
    ProcedureArchive archive;

    @Autowired
    ProcedureSets sets;

    private int draft;
    private String content;

    @BeforeEach
    void begin() {
        draft = drafts.begin("試し", "試すため", "tezuka").id();
        content = text(drafts.files(draft), DIAGRAM);
    }

    @Test
    void nobodyElseComesIn() {
        for (String account : List.of("saeki", "manabe", "kaji", "minakami", "admin")) {
            for (String page :
                    List.of("/procedures", "/procedures/drafts/" + draft, edit(), "/procedures/export?of=set-1")) {
                Answer refused = session(account).opens(page);
                assertThat(refused.status()).as(account + " " + page).isEqualTo(403);
                assertThat(refused.text()).contains("手続管理者");
            }
            assertThat(office.as(account).call("GET", api("file"), null).status())
                    .isEqualTo(403);
            assertThat(office.as(account)
                            .call("PUT", api("file"), saving(content, 0))
                            .status())
                    .isEqualTo(403);
        }
        assertThat(session("saeki").opens("/cases").text()).doesNotContain("手続の管理");
        assertThat(drafts.changed(draft)).isEmpty();
    }

    @Test
    void aDraftNeedsATitleAndAReasonAndLosesNothingThatWasTyped() {
        Answer refused = session("tezuka").posts("/procedures/drafts", Map.of("title", "家計を加える", "reason", " "));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).contains("変える理由を入力してください", "value=\"家計を加える\"");
        Answer begun = session("tezuka").posts("/procedures/drafts", Map.of("title", "家計を加える", "reason", "要領の改正"));
        assertThat(begun.text()).contains("家計を加える", "編集中", "要領の改正");
    }

    @Test
    void theRegisterSaysWhatThereIs() {
        String page = session("hirai").opens("/procedures").text();
        assertThat(page).contains("生活困窮者の自立相談支援", "手順の期限", "アセスメントをする", "相談申込・受付票", "製品", "試し");
        assertThat(session("hirai")
                        .opens("/procedures/view?of=set-1&file=" + encoded(DIAGRAM))
                        .text())
                .contains("苦情への対応");
        assertThat(session("hirai")
                        .opens("/procedures/view?of=set-999999&file=a")
                        .status())
                .isEqualTo(404);
        assertThat(session("hirai").opens("/procedures/drafts/999999").status()).isEqualTo(404);
    }

    @Test
    void aStepIsSavedWithItsTargetAndItsForm() {
        String changed = content.replace(
                "</bpmn:process>",
                "<bpmn:userTask id=\"askAgain\" name=\"もう一度聞く\" camunda:formRef=\"askAgain\" /></bpmn:process>");
        Answer saved = as("tezuka", "PUT", "file", saving(changed, 0, Map.of("askAgain", row(14, 10, 20)), "askAgain"));
        assertThat(saved.status()).as(saved.text()).isEqualTo(200);
        assertThat(drafts.changed(draft))
                .extracting(DraftFile::name)
                .containsExactly("forms/ask-again.form", DIAGRAM, StepTargetTable.FILE);
        ProcedureFiles files = drafts.files(draft);
        StepTargetRow row = StepTargetTable.read(
                        files.content(StepTargetTable.FILE).orElseThrow())
                .orElseThrow()
                .rows()
                .get("askAgain");
        assertThat(row).isEqualTo(new StepTargetRow(14, 10, 20, "working", "actDate", 0, false));
        assertThat(FileTitles.of(files).title("forms/ask-again.form")).isEqualTo("もう一度聞く");

        Answer impossible =
                as("tezuka", "PUT", "file", saving(changed, revision(saved), Map.of("askAgain", row(5, 9, 20)), null));
        assertThat(impossible.status()).isEqualTo(400);
        assertThat(impossible.text()).contains("注意の日数");
        Answer twice = as("tezuka", "PUT", "file", saving(changed, revision(saved), Map.of(), "askAgain"));
        assertThat(twice.text()).contains("すでにあります");
        assertThat(drafts.revision(draft, DIAGRAM)).as("all or nothing").isEqualTo(revision(saved));
    }

    @Test
    void whatTheLawSetsIsNotChangedFromTheDiagram() {
        String legal = StepTargetTable.read(
                        drafts.files(draft).content(StepTargetTable.FILE).orElseThrow())
                .orElseThrow()
                .rows()
                .entrySet()
                .stream()
                .filter(row -> row.getValue().legal())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
        Answer refused = as("tezuka", "PUT", "file", saving(content, 0, Map.of(legal, row(99, 10, 120)), null));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).contains("法令で決まっています");
    }

    @Test
    void theSecondToSaveIsToldAndNothingIsOverwritten() {
        assertThat(as("tezuka", "PUT", "work", work("手塚の途中", 0))
                        .json()
                        .path("holder")
                        .isNull())
                .isTrue();
        assertThat(as("hirai", "PUT", "work", work("平井の途中", 0))
                        .json()
                        .path("holder")
                        .asText())
                .isEqualTo("手塚");
        int saved = revision(as("tezuka", "PUT", "file", saving(content + "<!-- 手塚 -->", 0)));
        Answer stale = as("hirai", "PUT", "file", saving(content + "<!-- 平井 -->", 0));
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.json().path("message").asText()).contains("手塚 さんが同じファイルを保存しました");
        assertThat(text(drafts.files(draft), DIAGRAM)).endsWith("<!-- 手塚 -->");
        JsonNode opened = as("hirai", "GET", "file", null).json();
        assertThat(opened.path("revision").asInt()).isEqualTo(saved);
        assertThat(opened.path("work").path("content").asText()).isEqualTo("平井の途中");
        assertThat(as("tezuka", "GET", "file", null).json().path("work").isNull())
                .as("what is saved is no work any more")
                .isTrue();
        assertThat(as("hirai", "DELETE", "work", null).ok()).isTrue();
        assertThat(as("hirai", "GET", "file", null).json().path("work").isNull())
                .isTrue();
    }

    /** An undone file does not let somebody in who saw what was undone. */
    @Test
    void noRevisionComesTwice() {
        int first = revision(as("tezuka", "PUT", "file", saving(content + "<!-- 1 -->", 0)));
        Answer undone = session("hirai")
                .posts(
                        "/procedures/drafts/" + draft + "/undo",
                        Map.of("file", DIAGRAM, "revision", String.valueOf(first)));
        assertThat(undone.text()).contains("元の手続と同じに戻しました");
        assertThat(drafts.changed(draft)).isEmpty();
        assertThat(text(drafts.files(draft), DIAGRAM)).isEqualTo(content);
        assertThat(as("tezuka", "PUT", "file", saving(content + "<!-- 2 -->", first))
                        .status())
                .isEqualTo(409);
        int second = revision(as("hirai", "PUT", "file", saving(content + "<!-- 3 -->", 0)));
        assertThat(second).isGreaterThan(first);
        Answer stale = session("tezuka")
                .posts(
                        "/procedures/drafts/" + draft + "/undo",
                        Map.of("file", DIAGRAM, "revision", String.valueOf(first)));
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.text()).contains("平井 さんが");
    }

    @Test
    void whatCannotBeReadIsNotSaved() {
        assertThat(as("tezuka", "PUT", "file", saving("<bpmn:definitions>", 0)).text())
                .contains("XML の形");
        Answer elsewhere = session("tezuka")
                .call(
                        "PUT",
                        "/api/procedures/drafts/" + draft + "/file?name=" + encoded("../etc/passwd"),
                        saving(content, 0));
        assertThat(elsewhere.status()).isEqualTo(400);
        assertThat(elsewhere.text()).contains("手続のファイルではありません");
        assertThat(drafts.changed(draft)).isEmpty();
    }

    @Test
    void aWithdrawnDraftStaysAsItIs() {
        as("tezuka", "PUT", "file", saving(content + "<!-- 1 -->", 0));
        assertThat(session("tezuka")
                        .posts(
                                "/procedures/drafts/" + draft + "/publication",
                                Map.of("act", "withdraw", "reason", "別の形にするため"))
                        .text())
                .contains("取り下げました", "取下げ");
        assertThat(as("tezuka", "PUT", "file", saving(content, 0)).status()).isEqualTo(409);
        assertThat(as("tezuka", "PUT", "work", work("途中", 0)).status()).isEqualTo(409);
        assertThat(session("tezuka").opens(edit()).status()).isEqualTo(409);
        assertThat(session("tezuka")
                        .opens("/procedures/view?of=draft-" + draft + "&file=" + encoded(DIAGRAM))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aProcedureGoesOutAndComesBackAsOneFile() throws IOException {
        byte[] packed = session("tezuka")
                .downloads("/procedures/export?of=draft-" + draft)
                .body();
        ProcedureFiles exported = ProcedureZip.read(packed);
        assertThat(exported.contents().keySet())
                .isEqualTo(drafts.files(draft).contents().keySet());
        assertThat(takes(packed).text()).contains("違うファイルはありませんでした");
        assertThat(drafts.changed(draft)).isEmpty();

        Answer taken = takes(ProcedureZipTest.zip(Map.of(DIAGRAM, content + "<!-- 外で -->")));
        assertThat(taken.text()).contains("1件のファイルが変わりました", "ZIPになかったファイル");
        assertThat(text(drafts.files(draft), DIAGRAM)).endsWith("<!-- 外で -->");
        Answer refused = takes(ProcedureZipTest.zip(Map.of(DIAGRAM, content, "../evil.bpmn", content)));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).contains("../evil.bpmn", "取り込めません");
        assertThat(text(drafts.files(draft), DIAGRAM)).endsWith("<!-- 外で -->");
    }

    @Test
    void aFormIsAdded() {
        Answer made = session("tezuka")
                .posts("/procedures/drafts/" + draft + "/forms", Map.of("key", "assessHousehold", "title", "家計アセスメント"));
        assertThat(made.status()).isEqualTo(200);
        assertThat(made.text()).contains("forms/assess-household.form");
        Answer bad = session("tezuka")
                .posts("/procedures/drafts/" + draft + "/forms", Map.of("key", "家計", "title", "家計アセスメント"));
        assertThat(bad.status()).isEqualTo(400);
        assertThat(bad.text()).contains("英小文字で始まる英数字");
    }

    @Test
    void theChecksAreAskedForTheDraftAsItIsSaved() {
        Answer page = session("hirai").opens("/procedures/drafts/" + draft + "/findings");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).containsPattern("指摘はありません|エラー \\d+件|注意 \\d+件").doesNotContain("<html");
        JsonNode findings = session("hirai")
                .call("GET", "/api/procedures/drafts/" + draft + "/findings", null)
                .json();
        assertThat(findings.isArray()).isTrue();
        assertThat(session("saeki")
                        .opens("/procedures/drafts/" + draft + "/findings")
                        .status())
                .isEqualTo(403);
    }

    /** What stands in the diagrams that ship, an administrator can also choose. */
    @Test
    void theClosedListsHoldAllThatTheDiagramsUse() {
        JsonNode lists = as("tezuka", "GET", "surroundings", null).json();
        List<String> blocks = texts(lists.path("blocks"), "expression");
        List<String> used = new ArrayList<>();
        archive.files(sets.current())
                .ending(".bpmn")
                .values()
                .forEach(diagram -> elements(diagram)
                        .filter(tag -> tag.name().equals("serviceTask"))
                        .map(DraftStoryTest::expression)
                        .forEach(used::add));
        assertThat(used).hasSizeGreaterThan(30);
        assertThat(blocks).containsAll(used);
        assertThat(texts(lists.path("roles"), "label")).contains("相談支援員", "家計改善支援員", "福祉事務所");
        assertThat(texts(lists.path("variables"), "label"))
                .contains("スクリーニングをする：結果", "就労の聞き取りが済んだ")
                .allMatch(label -> !label.matches("[A-Za-z]+"));
        assertThat(lists.path("targets").path("screen").path("targetDays").asInt())
                .isEqualTo(5);
        assertThat(texts(lists.path("timers"), "name")).hasSizeGreaterThan(4);
        assertThat(lists.path("taken").toString()).contains("assess").doesNotContain("answerComplaint");
    }

    private static Stream<XmlElement> elements(byte[] diagram) {
        try {
            return XmlFile.read(diagram).walk();
        } catch (UnreadableFileException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String expression(XmlElement task) {
        String delegate = task.camunda("delegateExpression");
        return delegate.isEmpty() ? task.camunda("expression") : delegate;
    }

    private static List<String> texts(JsonNode list, String field) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(one -> one.path(field).asText())
                .collect(Collectors.toList());
    }

    /** One login each for all that is told here. */
    private Office.Session session(String account) {
        return SESSIONS.computeIfAbsent(account, office::logsIn);
    }

    private Answer takes(byte[] packed) {
        return session("tezuka").uploads("/procedures/drafts/" + draft + "/import", Map.of(), "p.zip", packed);
    }

    private Answer as(String account, String method, String what, Object body) {
        return session(account).call(method, api(what), body);
    }

    private String api(String what) {
        String parameter = what.equals("surroundings") ? "file" : "name";
        return "/api/procedures/drafts/" + draft + "/" + what + "?" + parameter + "=" + encoded(DIAGRAM);
    }

    private String edit() {
        return "/procedures/drafts/" + draft + "/edit?file=" + encoded(DIAGRAM);
    }

    private static int revision(Answer saved) {
        assertThat(saved.status()).as(saved.text()).isEqualTo(200);
        return saved.json().path("revision").asInt();
    }

    private static Map<String, Object> saving(String content, int revision) {
        return saving(content, revision, Map.of(), null);
    }

    private static Map<String, Object> saving(String content, int revision, Map<String, Object> targets, String form) {
        Map<String, Object> saving = new HashMap<>(work(content, revision));
        saving.put("targets", targets);
        saving.put("forms", form == null ? List.of() : List.of(Map.of("key", form, "title", "もう一度聞く")));
        return saving;
    }

    private static Map<String, Object> work(String content, int revision) {
        return Map.of("content", content, "revision", revision);
    }

    private static Map<String, Object> row(int target, int warning, int escalation) {
        return Map.of("targetDays", target, "warningDays", warning, "escalationDays", escalation, "unit", "working");
    }

    private static String text(ProcedureFiles files, String name) {
        return new String(files.content(name).orElseThrow(), StandardCharsets.UTF_8);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
