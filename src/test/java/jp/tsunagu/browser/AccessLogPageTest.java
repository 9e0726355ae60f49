package jp.tsunagu.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.Map;
import jp.tsunagu.access.AccessLog;
import jp.tsunagu.access.log.Sealer;
import jp.tsunagu.story.Answers;
import jp.tsunagu.story.DecidedCase;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The auditor's pages, and the page of a person's own data, without barriers. */
class AccessLogPageTest extends BrowserStory {

    @Autowired
    private AccessLog log;

    @Autowired
    private Sealer sealer;

    @Test
    void theAuditorReadsFiltersAndVerifies() {
        String number = DecidedCase.of(office, "覧野 記", Answers.application());
        office.logsIn("manabe").posts("/cases", Map.of("words", "覧野"));
        log.record("aoki", number, "理由を述べて閲覧", "case", "担当の不在");
        sealer.seal();
        Desk desk = at("kansa");
        Page page = desk.visits("/access-log");
        assertThat(page.locator("tbody tr").first()).isVisible();
        assertThat(desk.barriersOfPage()).isEmpty();
        shot(page, "access-log");
        page.locator("#case").fill(number);
        page.locator("#from").fill("R8.1.1");
        assertThat(page.locator("#from-wareki")).containsText("令和8年1月1日");
        page.keyboard().press("Enter");
        assertThat(page.locator("tbody")).containsText("担当の不在");
        assertThat(page.locator("main").textContent()).doesNotContain("覧野");
        shot(page, "access-log-case");
        page.locator("text=すべての記録を確かめる").press("Enter");
        assertThat(page.locator("#verification")).containsText("跡はありません");
        assertThat(desk.barriersOfPage()).isEmpty();
        shot(page, "access-log-verified");
        page = desk.visits("/access-log/unusual");
        assertThat(desk.barriersOfPage()).isEmpty();
        shot(page, "access-log-unusual");

        Desk chief = at("manabe");
        page = chief.visits("/cases/" + number + "/own-data");
        assertThat(page.locator("h1")).containsText("本人からの開示請求");
        assertThat(chief.barriersOfPage()).isEmpty();
        shot(page, "own-data");
    }

    private static void shot(Page page, String name) {
        page.setViewportSize(1280, 800);
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "screenshots", name + ".png"))
                .setFullPage(true));
    }
}
