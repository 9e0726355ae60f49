package jp.tsunagu.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.nio.file.Path;
import jp.tsunagu.procedure.draft.Drafts;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Where somebody is shown what is wrong, and what happens if two change the same diagram. */
@Tag("full")
class ProcedureEditorStoryTest extends BrowserStory {

    private static final String FINDING = """
            [{"rule": "example", "severity": "ERROR", "file": "%s", "element": "screen", "message": "例の指摘です。", "walk": ["decideTriage", "assess"]}]
            """.formatted(DiagramEditor.MAIN);

    @Autowired
    Drafts drafts;

    /** Two have it open: the second to save is told, and keeps what was typed. */
    @Test
    void whatSomebodyElseHasSavedIsOverwrittenByNobody() {
        int draft = drafts.begin("手順の名を改める", "区の言い方に合わせる", "tezuka").id();
        Desk desk = at("tezuka");
        DiagramEditor editor = new DiagramEditor(desk, draft);
        Page page = desk.page();
        page.route("**/api/procedures/drafts/*/findings", ProcedureEditorStoryTest::finds);
        editor.opens("screen");
        editor.says("開きました");
        page.locator("#tab-1").click();
        page.locator(".findings-one--error").click();
        assertThat(page.locator("[data-element-id=screen].has-error")).isVisible();
        assertThat(page.locator("[data-element-id=assess].on-walk")).hasCount(1);
        assertThat(page.locator(".finding-badge--error")).isVisible();
        assertThat(desk.barriersOfPage()).isEmpty();
        page.screenshot(
                new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", "procedure-finding.png")));

        DiagramEditor others = new DiagramEditor(at("hirai"), draft);
        Page other = others.opens("screen");
        assertThat(other.locator("#notices")).containsText("手塚 さんが編集中です");
        page.locator("#tab-0").click();
        editor.types("name", "支援の要否を決める");
        editor.saves();
        others.types("name", "要否の判定");
        other.locator("#save").click();
        assertThat(other.locator("[data-key=stale]")).containsText("手塚 さんが同じファイルを保存しました");
        assertThat(others.panel("name")).hasValue("要否の判定");
        String kept = other.waitForDownload(
                        () -> other.getByText("自分の変更を手元に保存").first().click())
                .suggestedFilename();
        assertThat(kept).isEqualTo("self-reliance-support.bpmn");
        endsWithPeople(2);
    }

    private static void finds(Route route) {
        route.fulfill(
                new Route.FulfillOptions().setContentType("application/json").setBody(FINDING));
    }
}
