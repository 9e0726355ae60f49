package jp.tsunagu.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static jp.tsunagu.story.Answers.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import jp.tsunagu.access.Accounts;
import jp.tsunagu.access.Roles;
import jp.tsunagu.story.Answers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The ledger without a mouse: search, read, turn to the lists, open what belongs to a case. */
class LedgerByKeyboardTest extends BrowserStory {

    @Autowired
    private Accounts accounts;

    private Page page;

    /** The cases are a new supporter's: more of them than a page of Tasklist holds would hide the other stories' tasks. */
    @Test
    void aCaseIsFoundAndReadByTheKeyboardAlone() {
        accounts.ensure("kanda", "神田", "", "demo", List.of(Roles.CONSULTATION_SUPPORTER));
        for (int i = 1; i <= 21; i++) {
            office.as("kanda")
                    .receives(Answers.named("例野 " + i + "子", "れいの はなこ", "1980-01-" + (i < 10 ? "0" : "") + i));
        }
        String number = office.as("kanda")
                .receives(with(
                        Answers.named("髙橋 𠮷緒", "たかはし よしお", "1975-03-01"),
                        "contactRestricted",
                        true,
                        "contactRestrictedReason",
                        "DV",
                        "address",
                        "港区秘町9-9"));
        Desk desk = at("kanda");
        page = desk.visits("/cases");
        assertThat(page.locator("#words")).isFocused();
        picture("ledger-list");
        assertThat(desk.barriersOfPage()).isEmpty();

        page.keyboard().type("高橋 Ｓ５０．３．１");
        page.keyboard().press("Enter");
        page.locator("#found").waitFor();
        assertThat(page.locator("#found")).isFocused();
        assertThat(page.locator("#found")).containsText("1件");
        assertThat(page.url()).matches(".*/cases\\?search=\\d+");
        assertThat(page.locator("tbody")).containsText("髙橋 𠮷緒");
        reach("a", "髙橋 𠮷緒");
        reach("summary", "詳しく");
        page.keyboard().press("Enter");
        page.locator(".ledger-facts").waitFor();
        assertThat(page.locator(".ledger-facts")).containsText("秘匿のため表示しません");
        assertThat(page.content()).doesNotContain("港区秘町");
        picture("ledger-found");
        assertThat(desk.barriersOfPage()).isEmpty();

        reach("a", "一覧に戻る");
        page.keyboard().press("Enter");
        page.waitForURL("**/cases");
        reach("a", "次のページ");
        page.keyboard().press("Enter");
        page.waitForURL("**page=2");
        assertThat(page.locator("tbody")).hasCount(2);
        page.goBack();
        assertThat(page.locator("tbody")).hasCount(20);
        reach("a", "期限超過");
        page.keyboard().press("Enter");
        page.waitForURL("**list=overdue**");
        assertThat(page.locator(".empty")).containsText("期限を過ぎた手順はありません");
        picture("ledger-empty");
        assertThat(desk.barriersOfPage()).isEmpty();
        reach("a", "新しい相談を受ける");
        page.keyboard().press("Enter");
        page.locator(".tsunagu-form").waitFor();
        assertThat(page.locator(".modal-body")).containsText("相談");
        assertThat(number).isNotEmpty();
        endsWithPeople(1);
    }

    private void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", name + ".png")));
    }

    /** Goes on by the tabulator until the element with this text has the focus; forwards only, once around at most. */
    private void reach(String element, String text) {
        for (int i = 0; i < 150; i++) {
            page.keyboard().press("Tab");
            Object there = page.evaluate(
                    "([tag, text]) => { const at = document.activeElement;"
                            + " return at.matches(tag) && at.textContent.includes(text); }",
                    new Object[] {element, text});
            if (Boolean.TRUE.equals(there)) {
                return;
            }
        }
        throw new AssertionError("The keyboard does not reach " + element + " " + text);
    }
}
