package jp.tsunagu.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static jp.tsunagu.story.Answers.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.List;
import jp.tsunagu.story.Answers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The page that shows a form in Tasklist: what a worker typed is not lost, what a visitor typed is not run. */
@Tag("own-application")
class HostPageTest extends BrowserStory {

    @Test
    void aLostSessionTakesNothingThatWasTyped() {
        received("saeki", "試野 次郎", Answers.named("試野 次郎", "しの じろう", "1970-02-03"));
        opens("saeki", "decideTriage");
        Desk desk = at("saeki");
        desk.fills("decideTriage", Answers.of("triageReason", "夫の失業。家賃が2か月遅れている。"));
        desk.waitsUntilKept();
        desk.losesSession();
        desk.logIn();
        opens("saeki", "decideTriage");
        assertThat(desk.valueOf("decideTriage", "triageReason")).isEqualTo("夫の失業。家賃が2か月遅れている。");
        assertThat(desk.barriers()).isEmpty();
    }

    @Test
    void whatIsTypedWhileTheSessionIsGoneStaysAndIsKeptAfterTheNextLogin() {
        received("saeki", "試野 三郎", Answers.named("試野 三郎", "しの さぶろう", "1970-02-03"));
        opens("saeki", "decideTriage");
        Desk desk = at("saeki");
        desk.losesSession();
        desk.fills("decideTriage", Answers.triage("continueSupport"));
        assertThat(desk.statusLine()).containsText("ログインの有効期限が切れました");
        assertThat(desk.completes()).contains("ログイン");
        desk.logsInElsewhere();
        assertThat(desk.completes()).isEmpty();
        assertThat(office.as("saeki").steps(number())).containsExactly("obtainApplicationAndConsent");
    }

    /** Drawing the form anew, as advice or a draft does, must not take letters from under the typing hands. */
    @Test
    void nothingIsLostToWhatIsDrawnWhileTyping() {
        received("saeki", "試野 五郎", Answers.named("試野 五郎", "しの ごろう", "1970-02-03"));
        opens("saeki", "decideTriage");
        Desk desk = at("saeki");
        List<Route> held = new ArrayList<>();
        desk.page().route("**/api/drafts/**", held::add);
        desk.fills("decideTriage", Answers.of("incomeBelowMinimum", "below", "welfareIntent", "yes"));
        desk.page().waitForCondition(() -> !held.isEmpty());
        desk.page().unroute("**/api/drafts/**");

        String text = "家賃が2か月遅れ、今月末に退去と言われた。".repeat(3);
        desk.types("decideTriage", "triageReason", text);
        held.forEach(Route::resume);
        desk.types("decideTriage", "triageReason", text);
        assertThat(desk.valueOf("decideTriage", "triageReason")).isEqualTo(text.repeat(2));
        desk.waitsUntilKept();
        assertThat(desk.valueOf("decideTriage", "triageReason")).isEqualTo(text.repeat(2));
    }

    @Test
    void aScriptInANameIsOnlyAName() {
        String name = "<img src=x onerror=\"window.ran=1\"><script>window.ran=1</script>";
        received("saeki", "window.ran", Answers.named(name, "すくりぷと", "1970-02-03"));
        opens("saeki", "decideTriage");
        Page page = at("saeki").page();
        assertThat(page.locator("body").innerText()).contains("onerror");
        assertThat(page.evaluate("() => window.ran === undefined")).isEqualTo(true);
    }

    @Test
    void theChiefGivesATaskToAColleagueByName() {
        received("saeki", "試野 六郎", Answers.named("試野 六郎", "しの ろくろう", "1970-02-03"));
        Page page = at("manabe").page();
        at("manabe").opensNotice("全件（主任）", number());
        assertThat(page.locator(".tsunagu-notice")).containsText("佐伯 さんが担当しています");
        page.locator(".tsunagu-notice select").selectOption("aoki");
        assertThat(at("manabe").barriers()).isEmpty();
        page.getByText("担当を決める", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator(".tsunagu-notice")).containsText("青木 さんが担当しています");
        opens("aoki", "decideTriage");
    }

    @Test
    void aRefusedActionSaysWhatIsMissing() {
        received("saeki", "試野 四郎", Answers.named("試野 四郎", "しの しろう", "1970-02-03"));
        opens("saeki", "decideTriage");
        Desk desk = at("saeki");
        desk.fills("decideTriage", with(Answers.of(), "triageReason", "まだ途中"));
        assertThat(desk.completes()).contains("まだ完了できません");
        assertThat(desk.valueOf("decideTriage", "triageReason")).isEqualTo("まだ途中");
        assertThat(desk.barriers()).isEmpty();
    }
}
