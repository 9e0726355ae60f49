package jp.tsunagu.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import jp.tsunagu.story.Answers;
import org.junit.jupiter.api.Test;

/** 訂正 and 名寄せ by keyboard alone, without a barrier for whoever cannot see or point. */
class PutRightByKeyboardTest extends BrowserStory {

    private static final int MOST_TABS = 30;

    @Test
    void aStepIsTakenBackAndTwoRecordsAreMerged() {
        office.on("2026-06-01");
        String wrong = office.as("saeki").receives(Answers.named("試野 重", "しの かさね", "1970-02-03"));
        String twin = office.as("saeki").receives(Answers.named("試野　重", "しのかさね", "1970-02-03"));
        office.as("saeki").does(wrong, "decideTriage", Answers.triage("continueSupport"));
        Desk desk = at("manabe");

        Page page = desk.visits("/cases/" + wrong + "/corrections");
        assertThat(desk.barriersOfPage()).isEmpty();
        tabTo(page, "#reason");
        page.keyboard().type("隣の人の聞き取りを入れてしまった。");
        tabTo(page, "input[name=confirmed]");
        page.keyboard().press("Space");
        tabTo(page, "button.button--danger");
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("手順を戻しました");
        assertThat(page.locator("body")).containsText("相談受付は、取り消せません");
        assertThat(desk.barriersOfPage()).isEmpty();
        assertThat(office.as("saeki").steps(wrong)).containsExactly("decideTriage");

        desk.visits("/cases/" + wrong + "/merge");
        assertThat(desk.barriersOfPage()).isEmpty();
        tabTo(page, "a[href$='with=" + twin + "']");
        page.keyboard().press("Enter");
        assertThat(page.locator("h2#compare")).isVisible();
        assertThat(desk.barriersOfPage()).isEmpty();
        tabTo(page, "#reason");
        page.keyboard().type("保険証で確かめた。");
        tabTo(page, "input[name=confirmed]");
        page.keyboard().press("Space");
        tabTo(page, "form:has(#reason) button.button");
        page.keyboard().press("Enter");
        assertThat(page.locator("#others + ul")).containsText(twin);
        assertThat(desk.barriersOfPage()).isEmpty();
        endsWithPeople(1);
    }

    private static void tabTo(Page page, String selector) {
        for (int tabs = 0; tabs < MOST_TABS; tabs++) {
            page.keyboard().press("Tab");
            if ((boolean) page.evaluate("selector => document.activeElement.matches(selector)", selector)) {
                return;
            }
        }
        throw new AssertionError(selector + " is not reached by Tab");
    }
}
