package jp.tsunagu.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import jp.tsunagu.story.Office.Answer;
import jp.tsunagu.story.Office.Session;
import jp.tsunagu.story.OfficeStory;
import org.junit.jupiter.api.Test;

/** What stands around every page. */
class PageFrameTest extends OfficeStory {

    @Test
    void whoIsLoggedInAndTheWayBackToTheTasksStandOnEveryPage() {
        Answer page = office.logsIn("saeki").opens("/no-such-page");
        assertThat(page.status()).isEqualTo(404);
        assertThat(page.text())
                .contains("ページが見つかりません", "佐伯", "やること（タスク）", "href=\"/camunda/app/tasklist/default/\"")
                .doesNotContain("Whitelabel", "Exception");
    }

    @Test
    void whoeverLogsOutIsOut() {
        Session browser = office.logsIn("saeki");
        assertThat(browser.posts("/logout", Map.of()).text()).contains("ログアウトしました。");
        assertThat(browser.opens("/no-such-page").text()).contains("<title>ログイン｜つなぐ</title>");
    }

    @Test
    void aPageRunsNothingForeign() {
        assertThat(office.headersOf("/login").firstValue("Content-Security-Policy"))
                .hasValueSatisfying(rule -> assertThat(rule)
                        .contains("default-src 'self'", "frame-ancestors 'self'")
                        .doesNotContain("script-src", "unsafe-eval"));
    }
}
