package jp.tsunagu.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import jp.tsunagu.story.Answers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** 支援経過記録, signed papers and the head of a task as somebody meets them who uses the keyboard only and whose session ends. */
class RecordPageTest extends BrowserStory {

    private static final int PATIENCE = 20_000;

    private static final String WORDS = "電話。家賃は10月末まで待ってもらえることになった。";

    @BeforeAll
    static void patiently() {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    }

    @AfterAll
    static void asBefore() {
        PlaywrightAssertions.setDefaultAssertionTimeout(5_000);
    }

    @Test
    void writtenAndCorrectedWithTheKeyboardAloneThroughALostSession() {
        received("saeki", "記野 録子", Answers.named("記野 録子", "きの ろくこ", "1985-06-07"));
        Desk desk = at("saeki");
        Page page = desk.visits("/cases/" + number() + "/records");
        assertThat(desk.barriersOfPage()).isEmpty();
        shot(page, "record-list");

        tabTo(page, "#method");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("ArrowDown");
        tabTo(page, "[name=with]");
        page.keyboard().press("Space");
        tabTo(page, "#facts");
        page.keyboard().insertText(WORDS);
        tabTo(page, "[data-fill=nextDate]");
        page.keyboard().press("Enter");
        assertThat(page.locator("#nextDate")).isFocused();
        assertThat(page.locator("#nextDate-wareki")).containsText("令和");
        assertThat(page.locator("[data-status]")).containsText("一時保存しました");

        desk.losesSession();
        page.keyboard().press("Control+Enter");
        assertThat(page.locator("[data-status]")).containsText("まだ保存していません。ログインの有効期限が切れました");
        assertThat(page.locator("[data-status] a")).isFocused();
        shot(page, "record-logged-out");
        desk.logsInElsewhere();
        tabTo(page, "main button[type=submit]");
        page.keyboard().press("Enter");
        assertThat(page.locator("[role=status]").first()).containsText("記録しました");
        Locator line = page.locator(".record").filter(new Locator.FilterOptions().setHasText(WORDS));
        assertThat(line).containsText("電話・メール（発）");

        line.locator("a").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).hasText("支援経過記録の訂正");
        assertThat(desk.barriersOfPage()).isEmpty();
        tabTo(page, "#facts");
        page.keyboard().insertText("家主に確かめた。");
        page.keyboard().press("Control+Enter");
        assertThat(page.locator(".message--error")).isFocused();
        assertThat(page.locator(".message--error")).containsText("訂正の理由を入力してください");
        shot(page, "record-correction");
        tabTo(page, ".message--error a");
        page.keyboard().press("Enter");
        page.keyboard().press("Tab");
        tabTo(page, "#reason");
        page.keyboard().insertText("書きもらし");
        page.keyboard().press("Enter");
        assertThat(page.locator("[role=status]").first()).containsText("訂正しました");
        assertThat(page.locator(".record del").first()).containsText(WORDS);
        assertThat(desk.barriersOfPage()).isEmpty();
        shot(page, "record-corrected");
        endsWithPeople(1);
    }

    @Test
    void aPaperIsAttachedAndATaskShowsItsCase() throws IOException {
        received("saeki", "添野 附子", Answers.named("添野 附子", "そえの つきこ", "1979-01-02"));
        Desk desk = at("saeki");
        Page page = desk.visits("/cases/" + number() + "/attachments");
        assertThat(desk.barriersOfPage()).isEmpty();
        page.locator("#paper").selectOption("CONSENT");
        page.locator("#signedOn").fill("R8.9.17");
        page.locator("#file").setInputFiles(new FilePayload("大きい.pdf", "application/pdf", new byte[11_000_000]));
        page.locator("main form[data-draft] button[type=submit]").click();
        assertThat(page.locator("#file-error-here")).containsText("ファイルが大きすぎます（10MBまで）");
        page.locator("#file").setInputFiles(new FilePayload("同意書.png", "image/png", picture()));
        page.locator("main form[data-draft] button[type=submit]").click();
        assertThat(page.locator(".message--error").first()).containsText("だれの署名かを選んでください");
        assertThat(page.locator("#signedOn")).hasValue("R8.9.17");
        shot(page, "attachment-refused");
        page.locator("[name=manner][value=PERSON]").check();
        page.locator("#file").setInputFiles(new FilePayload("同意書.png", "image/png", picture()));
        page.locator("main form[data-draft] button[type=submit]").click();
        assertThat(page.locator("[role=status]").first()).containsText("書類を添付しました");
        assertThat(desk.barriersOfPage()).isEmpty();
        shot(page, "attachment-list");

        opens("saeki", "decideTriage");
        Locator head = page.locator(".tsunagu-case");
        assertThat(head).containsText(number());
        assertThat(head).containsText("添野 附子 さん");
        assertThat(head).containsText("相談支援員　佐伯");
        assertThat(head.locator("a")).hasAttribute("href", "/cases/" + number());
        assertThat(head.locator("a")).hasAttribute("target", "_blank");
        assertThat(desk.barriers()).isEmpty();
        shot(page, "task-head");
        endsWithPeople(1);
    }

    /** Tabs on until the element has the focus, as somebody without a mouse does. */
    private static void tabTo(Page page, String selector) {
        for (int i = 0; i < 80; i++) {
            page.keyboard().press("Tab");
            if ((Boolean) page.evaluate("selector => document.activeElement.matches(selector)", selector)) {
                return;
            }
        }
        throw new AssertionError(selector + " is not reached by the keyboard");
    }

    private static byte[] picture() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(30, 40, BufferedImage.TYPE_INT_RGB), "png", file);
        return file.toByteArray();
    }

    private static void shot(Page page, String name) {
        page.setViewportSize(1280, 800);
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target", "screenshots", name + ".png")));
    }
}
