package jp.tsunagu.procedure.compare;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import jp.tsunagu.procedure.draft.Draft;
import jp.tsunagu.procedure.draft.Drafts;
import jp.tsunagu.story.Office.Answer;
import jp.tsunagu.story.OfficeStory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is in force against what somebody works on, as the administrator sees it. */
class ComparePageTest extends OfficeStory {

    private static final String COMPLAINT = "processes/complaint.bpmn";
    private static final String TARGETS = "processes/step-target.dmn";
    private static final String SCREENING = "forms/08-confirm-screening.form";

    @Autowired
    private Drafts drafts;

    private String set;
    private String draft;

    @BeforeEach
    void draft() {
        Draft begun = drafts.begin("苦情の担当を替える", "試し", "tezuka");
        set = "set-" + begun.baseSet();
        draft = "draft-" + begun.id();
        change(begun.id(), COMPLAINT, "chief-consultation-supporter", "household-supporter");
        change(begun.id(), TARGETS, "<text>10</text>", "<text>12</text>");
        change(begun.id(), SCREENING, "差し戻す理由", "差戻しの理由");
        change(begun.id(), "processes/referral.bpmn", "<dc:Bounds x=\"190\"", "<dc:Bounds x=\"195\"");
    }

    private void change(int id, String file, String old, String now) {
        String text = new String(drafts.files(id).content(file).orElseThrow(), StandardCharsets.UTF_8);
        String changed = text.replaceFirst(Pattern.quote(old), now);
        assertThat(changed).isNotEqualTo(text);
        drafts.save(id, file, changed.getBytes(StandardCharsets.UTF_8), 0, "tezuka");
    }

    @Test
    void theAdministratorReadsWhatChangesFileByFile() {
        Answer page = office.logsIn("tezuka").opens(address(""));
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text())
                .contains("3個のファイルに、3か所の違いがあります。")
                .contains("見た目だけの違い 1）")
                .contains("差し戻す理由")
                .contains("改定案 ");
        assertThat(office.logsIn("tezuka").opens(address("&file=" + COMPLAINT)).text())
                .contains("「苦情に答える」の担当が 主任相談支援員 から 家計改善支援員 に変わります")
                .contains("data-element=\"answerComplaint\"")
                .contains("id=\"diagram-before\"");
        assertThat(office.logsIn("tezuka").opens(address("&file=" + TARGETS)).text())
                .contains("の「目標の日数」が 10 から 12 に変わります")
                .contains("compare-changed");
        assertThat(office.logsIn("tezuka").opens(address("&file=" + SCREENING)).text())
                .contains("差戻しの理由")
                .contains("compare-marked");
        assertThat(office.logsIn("tezuka").opens("/procedures/compare").status())
                .isEqualTo(200);
    }

    @Test
    void threeWaysSayWhoChangedWhat() {
        Draft upgrade = drafts.begin("新しい本体", "試し", "hirai");
        change(upgrade.id(), COMPLAINT, "chief-consultation-supporter", "ward-officer");
        Answer page = office.logsIn("tezuka")
                .opens("/procedures/compare?before=" + draft + "&after=draft-" + upgrade.id() + "&base=" + set);
        assertThat(page.text())
                .contains("1個のファイルで、両方の変更がぶつかります")
                .contains("両方が変えた")
                .contains("区だけが変えた");
        JsonNode told = office.as("tezuka")
                .get("/api/procedures/compare?before=" + draft + "&after=draft-" + upgrade.id() + "&base=" + set);
        assertThat(told.path("files")).hasSize(3);
    }

    @Test
    void programsReadTheSame() {
        JsonNode told = office.as("tezuka").get("/api/procedures/compare?before=" + set + "&after=" + draft);
        assertThat(told.path("count").asInt()).isEqualTo(3);
        assertThat(told.path("files")).hasSize(4);
        Answer diagram = office.as("hirai")
                .call("GET", "/api/procedures/compare/diagram?of=" + draft + "&file=" + COMPLAINT, null);
        assertThat(diagram.text()).contains("household-supporter");
    }

    @Test
    void nobodyElseSeesItAndWhatIsNotThereIsSaid() {
        assertThat(office.logsIn("saeki").opens(address("")).status()).isEqualTo(403);
        assertThat(office.as("admin").call("GET", "/api" + address(""), null).status())
                .isEqualTo(403);
        assertThat(office.as("saeki")
                        .call("GET", "/api/procedures/compare/diagram?of=" + set + "&file=" + COMPLAINT, null)
                        .status())
                .isEqualTo(403);
        assertThat(office.logsIn("tezuka").opens("/procedures/compare?before=set-9999&after=" + draft))
                .satisfies(answer -> {
                    assertThat(answer.status()).isEqualTo(404);
                    assertThat(answer.text()).contains("比べる手続「set-9999」はありません");
                });
        assertThat(office.logsIn("tezuka")
                        .opens(address("&file=processes/none.bpmn"))
                        .status())
                .isEqualTo(404);
        assertThat(office.logsIn("tezuka")
                        .opens("/procedures/compare?before=x%27&after=draft-1")
                        .status())
                .isEqualTo(404);
    }

    private String address(String more) {
        return "/procedures/compare?before=" + set + "&after=" + draft + more;
    }
}
