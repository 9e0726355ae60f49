package jp.tsunagu.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static jp.tsunagu.story.Answers.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import jp.tsunagu.municipality.Absences;
import jp.tsunagu.oversight.Stays;
import jp.tsunagu.story.Answers;
import jp.tsunagu.story.SubmittedPlan;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** The welfare office does not confirm what was handed over to it: somebody who does not know that finds it, without a mouse. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Tag("own-application")
class HeatPageTest extends BrowserStory {

    private static final String BADGE = ".heat-badge";

    @Autowired
    Stays stays;

    @Autowired
    Absences absences;

    @Autowired
    TransactionTemplate transaction;

    @Test
    @Order(1)
    void theBottleneckIsFoundFromTheFirstScreen() throws IOException {
        plant();
        Desk desk = at("manabe");
        Page page = desk.visits("/oversight");
        page.setViewportSize(1280, 800);
        assertThat(page.locator("#diagram-status")).isEmpty();
        shot(page, "heat-first");
        assertThat(page.locator(".heat-sentence")).containsText("「福祉事務所へのつなぎ」");
        assertThat(desk.barriersOfPage()).isEmpty();

        Keyboard keyboard = new Keyboard(page);
        keyboard.presses("tbody a[href*='process=welfareOfficeReferral']");
        assertThat(page.locator("h2#diagram-title")).containsText("福祉事務所へのつなぎ");
        assertThat(page.locator("[data-element-id=confirmReceipt] " + BADGE)).hasText("2");
        page.locator("#measure").selectOption("waitingWorst");
        assertThat(page.locator("[data-element-id=confirmReceipt] " + BADGE)).containsText("日");
        page.locator("#measure").focus();
        page.keyboard().press("Home");
        assertThat(page.locator("#legend")).containsText("件");
        assertThat(page.url()).contains("measure=waitingNow");
        assertThat(desk.barriersOfPage()).isEmpty();
        shot(page, "heat-chosen");
        page.addStyleTag(new Page.AddStyleTagOptions().setContent("html { filter: grayscale(1) }"));
        shot(page, "heat-grey");
        saves(page, "#save-svg", "svg", "福祉事務所へのつなぎ", "heat-4");
        saves(page, "#save-png", "png");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        shot(page, "heat-print");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));

        page.reload();
        assertThat(page.locator("#measure")).hasValue("waitingNow");
        desk.visits("/oversight");
        new Keyboard(page).presses("#stuck a[href*='confirmReceipt']");
        page.waitForURL("**/oversight/steps/welfareOfficeReferral/confirmReceipt?from=*");

        Desk numbers = at("minakami");
        Page counts = numbers.visits("/oversight?process=welfareOfficeReferral");
        counts.setViewportSize(1280, 800);
        assertThat(counts.locator("#diagram svg").first()).isVisible();
        assertThat(counts.locator(".heat-table").first()).containsText("5件未満");
        assertThat(numbers.barriersOfPage()).isEmpty();
        shot(counts, "heat-numbers");
        endsWithPeople(2);
    }

    /** The welfare office does not confirm, the ward's check waits, a worker is on leave: each is one press away, and so is help. */
    @Test
    @Order(2)
    void everyBottleneckIsFoundInTwoClicksAndActedOn() {
        office.at("2026-09-08T09:00");
        String handedOver = handedOver("試野 四", "welfareOffice");
        handedOver("試野 五", "welfareOffice");
        SubmittedPlan.of(office, "試野 六");
        office.as("aoki").receives(Answers.named("試野 七", "しの てすと", "1980-05-05"));
        transaction.executeWithoutResult(
                status -> absences.add("aoki", LocalDate.of(2026, 9, 9), LocalDate.of(2026, 10, 30)));
        office.at("2026-09-28T10:00");
        stays.update();
        Desk desk = at("manabe");

        Page list = isListed(desk, "confirmReceipt", "福祉事務所", "つなぎの受領の確認");
        acts(list, "escalated", "上へ報告しました");
        shot(list, "stuck-cases");
        assertThat(desk.barriersOfPage()).isEmpty();
        assertThat(badge(desk, "escalated")).hasText("1");

        isListed(desk, "decideTriage", "青木", "不在です");
        list.locator("#colleague").selectOption("saeki");
        acts(list, "reassigned", "担当を替えました");
        assertThat(list.locator(".stuck-table")).not().containsText("不在です");

        isListed(desk, "checkPlan", "宇田", "区の担当・係長・課長が手を打てます");
        assertThat(list.locator(".tick")).hasCount(0);
        acts(isListed(at("kaji"), "checkPlan", "宇田"), "reminded", "催促しました");

        int before = Integer.parseInt(badge(desk, "waitingNow").textContent());
        office.as("yuasa").does(handedOver, "confirmReceipt", Answers.receipt("2026-09-28T09:50"));
        assertThat(badge(desk, "waitingNow")).hasText(String.valueOf(before - 1));
        endsWithPeople(2);
    }

    /** From the first screen to the cases behind a step, without a mouse. */
    private static Page isListed(Desk desk, String step, String... why) {
        Page page = desk.visits("/oversight");
        new Keyboard(page).presses("#stuck a[href*='" + step + "']");
        for (String words : why) {
            assertThat(page.locator(".stuck-table")).containsText(words);
        }
        return page;
    }

    private static void acts(Page list, String act, String done) {
        Keyboard keyboard = new Keyboard(list);
        keyboard.presses(".tick");
        keyboard.presses("button[value=" + act + "]");
        assertThat(list.locator(".message--done")).containsText(done);
    }

    private static Locator badge(Desk desk, String measure) {
        return desk.visits("/oversight?process=welfareOfficeReferral&measure=" + measure)
                .locator("[data-element-id=confirmReceipt] " + BADGE);
    }

    /** Two handovers that nobody at the welfare office confirms, and a consultation that is looked after. */
    private void plant() {
        office.at("2026-09-14T10:00");
        for (String name : new String[] {"試野 一", "試野 二"}) {
            handedOver(name, "continueSupport");
        }
        office.at("2026-09-28T10:00");
        office.as("saeki").receives(Answers.named("試野 三", "しの てすと", "1980-05-05"));
        stays.update();
    }

    private String handedOver(String name, String triage) {
        String number = office.as("saeki").receives(Answers.named(name, "しの てすと", "1974-02-03"));
        office.as("saeki")
                .does(number, "decideTriage", with(Answers.triage(triage), "welfareIntent", "yes"))
                .does(number, "handOverToWelfareOffice", Answers.handover());
        return number;
    }

    private static void saves(Page page, String button, String ending, String... contents) throws IOException {
        Download download = page.waitForDownload(() -> page.locator(button).click());
        assertThat(download.suggestedFilename()).startsWith("滞留の状況_福祉事務所へのつなぎ").endsWith("." + ending);
        Path file = Path.of("target", "screenshots", "heat." + ending);
        download.saveAs(file);
        assertThat(Files.size(file)).isGreaterThan(10_000);
        if (contents.length > 0) {
            assertThat(Files.readString(file)).contains(contents);
        }
    }

    private static void shot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "screenshots", name + ".png"))
                .setFullPage(true));
    }
}
