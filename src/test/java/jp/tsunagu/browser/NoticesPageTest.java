package jp.tsunagu.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.Map;
import jp.tsunagu.calendar.Wareki;
import jp.tsunagu.story.Answers;
import jp.tsunagu.story.DecidedCase;
import jp.tsunagu.story.Office;
import org.junit.jupiter.api.Test;

/** The page of letters, without a mouse and without barriers. */
class NoticesPageTest extends BrowserStory {

    private static final int MOST_TABS = 80;

    @Test
    void fromTheQueueToTheReturnedLetterByKeyboard() {
        String homeless = DecidedCase.of(
                office,
                "試野 空",
                Answers.with(Answers.application(), "noFixedAddress", true, "presentPlace", "公園", "address", null));
        String number = DecidedCase.of(office, "試野 海", Answers.application());
        String step =
                office.as("uda").task(number, "sendSupportNotice").path("id").asText();
        office.as("uda").call("POST", "/engine-rest/task/" + step + "/unclaim", Map.of());
        Desk desk = at("uda");
        Page page = desk.visits("/notices");
        assertThat(desk.barriersOfPage()).isEmpty();
        shot(page, "notices-unsent");

        tabTo(page, "input[name=ids][aria-label^='" + number + "']");
        page.keyboard().press("Space");
        tabTo(page, "button[formaction='/notices/take']");
        page.keyboard().press("Enter");
        assertThat(page.locator("[role=status]")).containsText("1件を担当にしました");
        assertThat(page.locator("table")).containsText("本人（試野 海）");

        tabTo(page, "input[name=ids][aria-label^='" + homeless + "']");
        page.keyboard().press("Space");
        tabTo(page, "input[name=ids][aria-label^='" + number + "']");
        page.keyboard().press("Space");
        tabTo(page, "input[name=manner]");
        page.keyboard().press("Space");
        tabTo(page, "form button.button:not(.button--secondary)");
        page.keyboard().press("Enter");
        assertThat(page.locator("[role=status]")).containsText("1件を送付済みにしました");
        assertThat(page.locator("#refusals")).containsText("まだ終わっていません");
        assertThat(page.locator(".field__error")).containsText("住所がありません");
        assertThat(page.locator("input[name=ids][aria-label^='" + homeless + "']"))
                .isChecked();
        assertThat(desk.barriersOfPage()).isEmpty();
        shot(page, "notices-refused");

        page = desk.visits("/notices?show=sent&case=" + number);
        shot(page, "notices-sent");
        tabTo(page, "tbody a");
        page.keyboard().press("Enter");
        assertThat(page.locator("h2").last()).containsText("返戻を記録する");
        tabTo(page, "#on");
        page.locator("#on").fill(Wareki.formatShort(Office.today()));
        assertThat(page.locator("#on-wareki")).containsText("令和");
        tabTo(page, "input[name=reason]");
        page.keyboard().press("Space");
        assertThat(desk.barriersOfPage()).isEmpty();
        shot(page, "notices-letter");
        tabTo(page, ".letter-returned button");
        page.keyboard().press("Enter");
        assertThat(page.locator("[role=status]")).containsText("返戻を記録しました");
        assertThat(page.locator("table")).containsText(number);
        assertThat(desk.barriersOfPage()).isEmpty();
        shot(page, "notices-returned");

        Desk worker = at("saeki");
        Page news = worker.visits("/notices?show=news");
        assertThat(news.locator("table")).containsText(number);
        assertThat(worker.barriersOfPage()).isEmpty();
        shot(news, "notices-news");
        tabTo(news, "input[name=ids][aria-label^='" + number + "']");
        news.keyboard().press("Space");
        tabTo(news, "#content button");
        news.keyboard().press("Enter");
        assertThat(news.locator("[role=status]")).containsText("1件を確認済みにしました");
        endsWithPeople(2);
    }

    private static void tabTo(Page page, String selector) {
        for (int i = 0; i < MOST_TABS; i++) {
            page.keyboard().press("Tab");
            if ((Boolean) page.evaluate("s => document.activeElement.matches(s)", selector)) {
                return;
            }
        }
        throw new AssertionError("cannot be reached by keyboard: " + selector);
    }

    private static void shot(Page page, String name) {
        page.setViewportSize(1280, 800);
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "screenshots", name + ".png"))
                .setFullPage(true));
    }
}
