package jp.tsunagu.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The pages of the login and of the accounts, as an administrator and a new colleague see them. */
class AccountPagesTest extends BrowserStory {

    @Autowired
    private IdentityService identity;

    @Autowired
    private JdbcClient database;

    @AfterEach
    void theColleagueLeaves() {
        identity.deleteUser("hoshino");
        database.sql("delete from account where user_id = 'hoshino'").update();
    }

    @Test
    void aColleagueIsRegisteredAndChoosesAPassword() {
        Desk admin = at("admin");
        Page page = admin.visits("/accounts");
        assertThat(admin.barriersOfPage()).isEmpty();
        shot(page, "accounts");
        page.locator("a.button").click();
        assertThat(admin.barriersOfPage()).isEmpty();
        page.fill("#id", "hoshino");
        page.fill("#familyName", "星野");
        page.fill("#givenName", "光");
        page.check("input[value=chief-consultation-supporter]");
        page.check("input[value=consultation-supporter]");
        page.check("input[name=contractor]");
        page.locator("#content form button").click();
        assertThat(page.locator("[role=alert]")).containsText("利用できる最後の日");
        assertThat(page.locator("#familyName")).hasValue("星野");
        assertThat(admin.barriersOfPage()).isEmpty();
        shot(page, "accounts-new");
        page.fill("#endsOn", "2099-03-31");
        page.locator("#content form button").click();
        String first = page.locator(".first-password").innerText();
        assertThat(admin.barriersOfPage()).isEmpty();
        shot(page, "accounts-one");

        page.locator(".masthead__person button").click();
        page.navigate(page.url().replaceAll("/login.*", "/login"));
        assertThat(admin.barriersOfPage()).isEmpty();
        shot(page, "login");
        page.fill("#username", "hoshino");
        page.fill("#password", "wrong");
        page.locator("form button[type=submit]").click();
        assertThat(page.locator("[role=alert]")).containsText("利用者ID またはパスワードが違います");
        page.fill("#username", "hoshino");
        page.fill("#password", first);
        page.locator("form button[type=submit]").click();
        assertThat(page.locator("h1")).containsText("初回パスワードを変更する");
        assertThat(admin.barriersOfPage()).isEmpty();
        shot(page, "account-first-password");
        page.fill("#present", first);
        page.fill("#next", "password123");
        page.fill("#again", "password123");
        page.locator("#content button").click();
        assertThat(page.locator("[role=alert]")).containsText("推測されやすい");
        page.fill("#present", first);
        page.fill("#next", "asa no shio kaze");
        page.fill("#again", "asa no shio kaze");
        page.locator("#content button").click();
        assertThat(page.locator("[role=status]")).containsText("パスワードを変更しました");
        page.fill("#username", "hoshino");
        page.fill("#password", "asa no shio kaze");
        page.locator("form button[type=submit]").click();
        assertThat(page.locator(".task-filters .task-filter").first()).isVisible();
        admin.visits("/account/password");
        assertThat(admin.barriersOfPage()).isEmpty();
        shot(page, "account-password");
        assertThat(admin.faults()).isEmpty();
    }

    /** The word that somebody is there goes out from our pages, from Tasklist and from Admin, once a minute at most. */
    @Test
    void everyPageSaysThatSomebodyIsThere() {
        Desk admin = at("admin");
        Page page = admin.page();
        page.addInitScript("window.ahead = 0; const now = Date.now; Date.now = () => now() + window.ahead;");
        for (String path : List.of("/accounts", "/camunda/app/tasklist/default/", "/camunda/app/admin/default/")) {
            List<String> told = new ArrayList<>();
            page.onRequest((Request request) -> {
                if (request.url().endsWith("/api/activity")) {
                    told.add(request.method());
                }
            });
            admin.visits(path);
            page.waitForTimeout(2_500);
            page.keyboard().press("Shift");
            page.waitForTimeout(300);
            assertThat(told).as("within a minute on %s", path).isEmpty();
            page.evaluate("window.ahead = 120_000");
            page.waitForRequest("**/api/activity", () -> page.keyboard().press("Shift"));
            page.keyboard().press("Shift");
            page.waitForTimeout(300);
            assertThat(told).as(path).containsExactly("POST");
        }
        // and the webapps' own button for it leads where ours does
        page.locator("li.account > a").click();
        page.locator("li.logout a").click();
        page.waitForURL("**/login?logout");
        assertThat(page.locator("[role=status]")).containsText("ログアウトしました");
        assertThat(admin.faults()).isEmpty();
    }

    private static void shot(Page page, String name) {
        page.setViewportSize(1280, 800);
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "screenshots", name + ".png"))
                .setFullPage(true));
    }
}
