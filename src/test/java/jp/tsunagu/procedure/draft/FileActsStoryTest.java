package jp.tsunagu.procedure.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.tsunagu.procedure.check.Finding;
import jp.tsunagu.procedure.check.ProcedureChecks;
import jp.tsunagu.story.Office.Session;
import jp.tsunagu.story.OfficeStory;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Files come into a 改定案 and leave it on its page; what that breaks is found, and every finding is explained. */
class FileActsStoryTest extends OfficeStory {

    private static final String EMERGENCY = "forms/90-emergency-needed.form";

    @Autowired
    private Drafts drafts;

    @Autowired
    private ProcedureChecks checks;

    @Test
    void aNewDiagramAndANewTableBeginWithoutAnError() {
        int draft = drafts.begin("家計の支援", "新しい事業", "tezuka").id();
        Session tezuka = office.logsIn("tezuka");
        String address = "/procedures/drafts/" + draft + "/files";
        assertThat(tezuka.posts(address, Map.of("kind", "bpmn", "key", "householdSupport", "title", "家計の\"支援\"<b>"))
                        .text())
                .contains("家計の&quot;支援&quot;&lt;b&gt;");
        assertThat(tezuka.posts(address, Map.of("kind", "dmn", "key", "householdClass", "title", "家計の区分"))
                        .text())
                .contains("家計の区分");
        assertThat(drafts.changed(draft))
                .extracting(DraftFile::name)
                .containsExactly("processes/household-class.dmn", "processes/household-support.bpmn");
        assertThat(checks.of(drafts.files(draft)).stream().filter(Finding::blocks))
                .as("nothing is wrong with what is empty")
                .isEmpty();

        assertThat(tezuka.posts(address, Map.of("kind", "bpmn", "key", "selfRelianceSupport", "title", "もう一つ"))
                        .text())
                .contains("すでにあります");
        assertThat(tezuka.posts(address, Map.of("kind", "bpmn", "key", "家計", "title", "家計"))
                        .text())
                .contains("英小文字で始まる英数字");
        assertThat(tezuka.posts(address, Map.of("kind", "bpmn", "key", "nameless", "title", " "))
                        .text())
                .contains("名前を");
        assertThat(office.logsIn("saeki")
                        .posts(address, Map.of("kind", "dmn", "key", "mine", "title", "私の"))
                        .status())
                .isEqualTo(403);

        DraftFile made = drafts.changed(draft).get(0);
        Map<String, String> away = Map.of("file", made.name(), "revision", String.valueOf(made.revision()));
        String page =
                tezuka.posts("/procedures/drafts/" + draft + "/remove", away).text();
        assertThat(page).contains("ファイルを一つなくしました").doesNotContain("household-class.dmn");
        assertThat(tezuka.posts("/procedures/drafts/" + draft + "/remove", away).status())
                .as("pressed twice")
                .isEqualTo(404);
    }

    @Test
    void aRemovedFileThatIsNeededIsFoundAndItsCheckExplained() {
        int draft = drafts.begin("緊急の入力をやめる", "試し", "tezuka").id();
        Session tezuka = office.logsIn("tezuka");
        String page = "/procedures/drafts/" + draft;
        Map<String, String> away = Map.of("file", EMERGENCY, "revision", "0");
        assertThat(office.logsIn("saeki").posts(page + "/remove", away).status())
                .isEqualTo(403);
        assertThat(tezuka.posts(page + "/remove", away).text()).contains("ファイルを一つなくしました", "元に戻す");
        assertThat(tezuka.opens(page + "/findings").text())
                .contains("取り除けません", "/procedures/checks/parts-of-the-program", "この点検の説明");
        assertThat(tezuka.opens("/procedures/checks/parts-of-the-program").text())
                .contains("プログラムが名前で使う", "直し方", "点検の説明")
                .doesNotContain("# parts-of-the-program", "**なぜ**");

        int revision = drafts.revision(draft, EMERGENCY);
        tezuka.posts(page + "/undo", Map.of("file", EMERGENCY, "revision", String.valueOf(revision)));
        drafts.save(draft, EMERGENCY, drafts.files(draft).content(EMERGENCY).orElseThrow(), 0, "hirai");
        assertThat(tezuka.posts(page + "/remove", away).status())
                .as("Hirai saved it meanwhile")
                .isEqualTo(409);
    }

    @Test
    void everyCheckIsExplainedToAdministrators() throws IOException {
        Session tezuka = office.logsIn("tezuka");
        List<String> rules;
        try (Stream<Path> pages = Files.list(Path.of("docs/procedure-checks"))) {
            rules = pages.map(page -> page.getFileName().toString().replace(".md", ""))
                    .filter(name -> !name.equals("README"))
                    .toList();
        }
        String list = tezuka.opens("/procedures/checks").text();
        assertThat(rules).hasSizeGreaterThan(40).allSatisfy(rule -> {
            assertThat(list).contains("href=\"/procedures/checks/" + rule + "\"");
            assertThat(tezuka.opens("/procedures/checks/" + rule).text())
                    .contains("直し方")
                    .doesNotContain(".java", "src/test", "BreakingEdits");
        });
        assertThat(tezuka.opens("/procedures/checks/no-such-check").status()).isEqualTo(404);
        assertThat(office.logsIn("saeki").opens("/procedures/checks").status()).isEqualTo(403);
    }
}
