package jp.tsunagu.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import jp.tsunagu.disposal.Clearing;
import jp.tsunagu.story.ShortCase;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** 保存と廃棄, from the list to the certificate, by keyboard and without barriers. */
class DisposalPageTest extends BrowserStory {

    private static final int MOST_TABS = 60;

    @Autowired
    private ApplicationContext application;

    @Test
    void fromTheListToTheCertificateByKeyboard() {
        office.clock("2026-06-01T10:00");
        String number = over();
        String held = over();
        office.clock("2032-04-01T10:00");
        Clearing clearing = new Clearing(application);
        clearing.reckon();
        Desk chief = at("manabe");
        Page page = chief.visits("/disposal");
        assertThat(chief.barriersOfPage()).isEmpty();
        tabTo(page, "#hold-form > summary");
        page.keyboard().press("Enter");
        tabTo(page, "#hold-number");
        page.keyboard().type(held);
        tabTo(page, "form[action='/disposal/hold'] button");
        page.keyboard().press("Enter");
        assertThat(page.locator("[role=alert]")).containsText("止める理由を選んでください");
        assertThat(page.locator("#hold-number")).hasValue(held);
        assertThat(chief.barriersOfPage()).isEmpty();
        shot(page, "disposal-refused");
        tabTo(page, "form[action='/disposal/hold'] input[name=ground]");
        page.keyboard().press("Space");
        tabTo(page, "#hold-note");
        page.keyboard().type("区への申出の回答を待っている。");
        tabTo(page, "form[action='/disposal/hold'] button");
        page.keyboard().press("Enter");
        assertThat(page.locator("[role=status]")).containsText("廃棄を止めました");

        tabTo(page, "input[name=picked][value='" + number + "']");
        page.keyboard().press("Space");
        tabTo(page, "form[action='/disposal/propose'] button");
        page.keyboard().press("Enter");
        assertThat(page.locator("[role=status]")).containsText("1件の廃棄を提案しました");
        page.locator("#request-form > summary").click();
        assertThat(chief.barriersOfPage()).isEmpty();
        shot(page, "disposal-chief");

        Desk section = at("kaji");
        Page approves = section.visits("/disposal");
        assertThat(section.barriersOfPage()).isEmpty();
        shot(approves, "disposal-section-chief");
        tabTo(approves, "#approve input[name=picked]");
        approves.keyboard().press("Space");
        tabTo(approves, "#approve button.button--danger");
        approves.keyboard().press("Enter");
        assertThat(approves.locator("[role=status]")).containsText("1件を承認しました");
        clearing.erase();
        section.visits("/disposal");
        assertThat(approves.locator("#certificates ~ div")).containsText(number);
        assertThat(section.barriersOfPage()).isEmpty();
        shot(approves, "disposal-certificates");
        endsWithPeople(2);
    }

    private String over() {
        return ShortCase.of(office, "了野 済", "おわの すみ");
    }

    private static void tabTo(Page page, String selector) {
        for (int i = 0; i < MOST_TABS; i++) {
            page.keyboard().press("Tab");
            if ((Boolean) page.evaluate("s => document.activeElement.matches(s)", selector)) {
                return;
            }
        }
        throw new AssertionError("not reached by keyboard: " + selector);
    }

    private static void shot(Page page, String name) {
        page.screenshot(
                new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target", "pages", name + ".png")));
    }
}
