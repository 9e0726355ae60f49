package jp.tsunagu.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;
import jp.tsunagu.procedure.draft.Drafts;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An administrator changes a paper with the paper beside it, makes a slip, is told where, and mends it. */
@Tag("full")
class PaperEditorStoryTest extends BrowserStory {

    private static final String PAPER = "forms/paper-09-consent.html";

    @Autowired
    Drafts drafts;

    private Page page;

    @Test
    void aPaperIsWrittenAndLookedAt() {
        int draft = drafts.begin("同意書を直す", "文を分かりやすくするため", "tezuka").id();
        Desk desk = at("tezuka");
        page = desk.visits("/procedures/drafts/" + draft + "/edit?file=" + PAPER);
        assertThat(page.locator("#status")).containsText("開きました");
        assertThat(page.locator(".paper-look__pages img").first()).isVisible();
        looks("paper-editor");
        assertThat(desk.barriersOfPage()).isEmpty();

        page.locator(".cm-content").click();
        page.keyboard().press("Control+End");
        for (int i = 0; i < 3; i++) {
            page.keyboard().press("ArrowUp");
        }
        page.keyboard().press("End");
        page.keyboard().type("\n<p>{{#nmae}}</p>");
        assertThat(page.locator(".paper-look__said")).containsText("閉じられていません");
        assertThat(page.locator(".cm-lint-marker-error").first()).isVisible();
        looks("paper-editor-slip");
        for (int i = 0; i < "<p>{{#nmae}}</p>".length(); i++) {
            page.keyboard().press("Backspace");
        }
        page.keyboard().type("<p>区のお知らせ</p>");
        page.locator(".paper-fields button")
                .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText(Pattern.compile("^氏名")))
                .first()
                .click();
        assertThat(page.locator(".cm-content")).containsText("<p>区のお知らせ</p>{{name}}");
        assertThat(page.locator(".paper-look__said")).hasText("");
        page.locator("#save").click();
        assertThat(page.locator("#status")).containsText("保存しました");
        assertThat(new String(drafts.files(draft).contents().get(PAPER), StandardCharsets.UTF_8))
                .contains("<p>区のお知らせ</p>{{name}}");

        page = desk.visits("/procedures/drafts/" + draft + "/edit?file=processes/variables.yaml");
        assertThat(page.locator("#status")).containsText("開きました");
        assertThat(page.locator(".cm-content")).containsText("variables");
        looks("variables-editor");
        assertThat(desk.barriersOfPage()).isEmpty();
        desk.visits("/procedures/drafts/" + draft);
        assertThat(page.locator("#content")).containsText("様式");
        looks("paper-draft");
    }

    private void looks(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", name + ".png")));
    }
}
