package jp.tsunagu.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import jp.tsunagu.story.Answers;
import org.junit.jupiter.api.Test;

/** 理由を述べて閲覧, 制限ケース and 連絡先を開く, without barriers. */
class NeedToKnowPageTest extends BrowserStory {

    @Test
    void aReasonARestrictionAndAnOpenedContact() {
        String number = office.as("saeki")
                .receives(Answers.with(Answers.named("知野 必要", "ちの ひつよう", "1982-02-02"), "address", "港区例町一丁目"));
        Desk colleague = at("aoki");
        Page page = colleague.visits("/viewings");
        page.locator("#number").fill(number);
        page.locator("#reason").selectOption("ABSENCE");
        page.locator("#note").fill("担当者が休みで、電話に応対するため。");
        assertThat(colleague.barriersOfPage()).isEmpty();
        shot(page, "viewings");
        page.locator("main form button").first().click();
        assertThat(page.locator("h1")).containsText("知野 必要");

        Desk chief = at("manabe");
        page = chief.visits("/viewings");
        assertThat(page.locator("article").first()).containsText("電話に応対");
        assertThat(chief.barriersOfPage()).isEmpty();
        shot(page, "viewings-chief");

        page = chief.visits("/cases/" + number + "/restriction");
        assertThat(chief.barriersOfPage()).isEmpty();
        shot(page, "restriction-set");
        page.locator("#reason").selectOption("VIOLENCE");
        page.locator("#note").fill("配偶者から逃れている。");
        page.locator("input[name=named][value=saeki]").check();
        page.locator("#measureUntil").fill("R9.3.31");
        page.locator("form.card button").click();
        assertThat(page.locator("[role=status]").first()).containsText("制限ケースにしました");
        assertThat(chief.barriersOfPage()).isEmpty();
        shot(page, "restriction");

        Desk worker = at("saeki");
        page = worker.visits("/cases/" + number);
        assertThat(page.locator("#contact")).containsText("連絡先を開く");
        assertThat(page.content()).doesNotContain("港区例町一丁目");
        shot(page, "restricted-case");
        page = worker.visits("/cases/" + number + "/unlock");
        page.locator("#reason").selectOption("CONTACT");
        page.locator("#note").fill("訪問の約束のため。");
        page.locator("main form button").first().click();
        assertThat(page.locator("[role=status]")).containsText("まで開いています");
        assertThat(worker.barriersOfPage()).isEmpty();
        shot(page, "unlock");
    }

    private static void shot(Page page, String name) {
        page.screenshot(
                new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target/screenshots", name + ".png")));
    }
}
