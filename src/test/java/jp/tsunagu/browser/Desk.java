package jp.tsunagu.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.tsunagu.form.FormSchema;

/** One person's desk: a browser of their own, logged in to Tasklist. */
final class Desk implements AutoCloseable {

    private static final int LOADS = 3;

    private static final Map<String, String> SERVED_LABELS = Map.of(
            "employmentPreparationSupport", "就労準備支援事業",
            "selfRelianceEmploymentSupport", "就労支援員による就労支援",
            "otherPublic", "その他の公的事業",
            "new", "新しい会議の日を決める");
    private static final int WIDTH = 1440;
    private static final int HEIGHT = 900;
    private static final String FORM = ".tsunagu-form .fjs-form";

    private final String base;
    private final Map<String, FormSchema> forms;
    private final BrowserContext context;
    private final Page page;
    private final List<String> faults = new ArrayList<>();
    private final String account;
    private Consumer<Desk> afterFilling = desk -> {};

    Desk(Browser browser, String base, String account, Map<String, FormSchema> forms) {
        this.base = base;
        this.account = account;
        this.forms = forms;
        context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(WIDTH, HEIGHT)
                .setLocale("ja-JP")
                .setTimezoneId("Asia/Tokyo"));
        context.setDefaultTimeout(15_000);
        page = context.newPage();
        page.onPageError(faults::add);
        page.onConsoleMessage(this::noteViolation);
        logIn();
    }

    private void noteViolation(ConsoleMessage message) {
        if (message.text().contains("Content Security Policy")) {
            faults.add(message.text());
        }
    }

    void logIn() {
        logIn(page);
    }

    /** The session ran out: logs in again beside the page where something is typed, as its message proposes. */
    void logsInElsewhere() {
        try (Page tab = context.newPage()) {
            logIn(tab);
        }
    }

    void losesSession() {
        context.clearCookies(new BrowserContext.ClearCookiesOptions().setName("JSESSIONID"));
    }

    private void logIn(Page page) {
        page.navigate(base + "/login");
        page.locator("#username").fill(account);
        page.locator("#password").fill("demo");
        page.locator("button[type=submit]").click();
        PlaywrightAssertions.assertThat(
                        page.locator(".task-filters .task-filter").first())
                .isVisible(patiently());
    }

    Page page() {
        return page;
    }

    /** Opens one of our own pages by its path. */
    Page visits(String path) {
        page.navigate(base + path);
        return page;
    }

    /** What shuts out somebody who cannot see or point: the serious findings of axe-core in the form. */
    List<String> barriers() {
        return barriers(".tsunagu-form");
    }

    /** The same for the whole of one of our own pages. */
    List<String> barriersOfPage() {
        return barriers("body");
    }

    private List<String> barriers(String part) {
        return new AxeBuilder(page)
                .include(List.of(part)).analyze().getViolations().stream()
                        .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                        .map(rule ->
                                rule.getId() + ": " + rule.getNodes().get(0).getHtml())
                        .toList();
    }

    /** Looks at each form between filling in and completing. */
    void afterFilling(Consumer<Desk> look) {
        afterFilling = look;
    }

    /** The line under the form that says whether what is typed is safe. */
    Locator statusLine() {
        return page.locator(".tsunagu-status");
    }

    void waitsUntilKept() {
        statusLine().filter(text("一時保存しました")).waitFor();
    }

    /** Types letter by letter, as fast as the page takes them. */
    void types(String form, String key, String text) {
        new FormOnScreen(page, SERVED_LABELS).type(forms.get(form).root(), key, text);
    }

    String valueOf(String form, String key) {
        return new FormOnScreen(page, SERVED_LABELS).valueOf(forms.get(form).root(), key);
    }

    /** What went wrong in the page's own code; a person would not see it, a test must. */
    List<String> faults() {
        return faults;
    }

    /** Opens the reception form, as from the link at the top of Tasklist. */
    void opensReception() {
        page.locator(".start-process-action a").click();
        page.locator(".modal-dialog a").filter(text("生活困窮者の自立相談支援")).click();
        PlaywrightAssertions.assertThat(page.locator(FORM)).isVisible(patiently());
    }

    /** Registers a consultation; its first task appears in the worker's list. */
    void receives(Map<String, Object> answers) {
        opensReception();
        sendsReception(answers);
    }

    private void sendsReception(Map<String, Object> answers) {
        fills("reception", answers);
        page.locator(".modal-footer button[type=submit]").click();
        PlaywrightAssertions.assertThat(page.locator(".modal-dialog"))
                .isHidden(new LocatorAssertions.IsHiddenOptions().setTimeout(15_000));
    }

    /** Registers a consultation from the ledger. */
    void receivesByLedger(Map<String, Object> answers) {
        visits("/cases").locator("a").filter(text("新しい相談を受ける")).first().click();
        PlaywrightAssertions.assertThat(page.locator(FORM)).isVisible(patiently());
        sendsReception(answers);
    }

    /** Searches the ledger and opens the page of the only case that is found; its main part. */
    Locator findsInLedger(String words) {
        visits("/cases").fill("#words", words);
        page.keyboard().press("Enter");
        PlaywrightAssertions.assertThat(page.locator("#found")).containsText("1件");
        page.locator("tbody a").first().click();
        page.waitForURL("**/cases/R*");
        return page.locator("#main");
    }

    /** The number of the case whose page is open. */
    String numberOnPage() {
        return page.locator("#content").getAttribute("data-number");
    }

    /** Finds a task by the words on its card, opens it, and takes it if nobody has. */
    void opens(String... wordsOnCard) {
        Locator card = find(wordsOnCard);
        card.click();
        page.locator(FORM + ", .tsunagu-form .tsunagu-notice").first().waitFor();
        Locator take = page.locator(".tsunagu-notice > button");
        if (take.isVisible()) {
            take.click();
        }
        page.locator(FORM).waitFor();
    }

    /** Opens somebody else's task, of which only the notice can be seen. */
    void opensNotice(String filter, String wordOnCard) {
        list(filter);
        page.locator(".tasks-list li").filter(text(wordOnCard)).first().click();
        page.locator(".tsunagu-notice").waitFor();
    }

    /** The case number on the card with these words. */
    String caseNumber(String... wordsOnCard) {
        Matcher number =
                Pattern.compile("R\\d+-\\d{5}").matcher(find(wordsOnCard).innerText());
        if (!number.find()) {
            throw new AssertionError("no case number on the card");
        }
        return number.group();
    }

    /** Opens a list at the left; a Tasklist that has not come up on a busy machine is loaded again, as a person would. */
    private void list(String filter) {
        for (int attempt = 1; attempt <= LOADS; attempt++) {
            page.navigate(base + "/camunda/app/tasklist/default/");
            try {
                page.locator(".task-filter").filter(text(filter)).click();
                return;
            } catch (TimeoutError slow) {
                if (attempt == LOADS) {
                    throw slow;
                }
            }
        }
    }

    private Locator find(String... words) {
        for (int attempt = 0; attempt < 3; attempt++) {
            for (String filter : List.of("自分のタスク", "係のタスク")) {
                list(filter);
                waitsForTheList();
                Locator card = page.locator("ol.tasks-list li.task, .tasks-list li");
                for (String word : words) {
                    card = card.filter(text(word));
                }
                if (card.count() > 0) {
                    return card.first();
                }
            }
        }
        shot("failed-to-find");
        throw new AssertionError(account + " finds no task " + String.join(" ", words) + "; the page shows "
                + page.locator(".tasks-list").allInnerTexts());
    }

    /** Until the chosen list stands there with the name on every card, or says that it is empty; however busy the machine is. */
    private void waitsForTheList() {
        page.waitForTimeout(500);
        page.waitForFunction("() => { const cards = [...document.querySelectorAll('.tasks-list li.task')];"
                + " return cards.length ? cards.every((card) => card.querySelector('.tsunagu-name'))"
                + " : document.querySelector('.tasks-list').innerText.includes('条件に合うタスクはありません'); }");
    }

    void fills(String form, Map<String, Object> answers) {
        new FormOnScreen(page, SERVED_LABELS).fill(forms.get(form).root(), answers);
    }

    /** Presses 完了する; what the server or the form refuses is returned, empty if it was accepted. */
    String completes() {
        page.locator("button").filter(text("完了する")).click();
        page.waitForFunction("() => !document.querySelector('" + FORM
                + "') || document.querySelector('.tsunagu-refusals:not([hidden])')");
        Locator refusals = page.locator(".tsunagu-refusals");
        return refusals.count() > 0 && refusals.isVisible() ? refusals.innerText() : "";
    }

    /** Opens the task, fills in its form and completes it. */
    void does(String step, Map<String, Object> answers, String... wordsOnCard) {
        String refused;
        try {
            opens(wordsOnCard);
            fills(step, answers);
            afterFilling.accept(this);
            refused = completes();
        } catch (PlaywrightException e) {
            shot("failed-" + step);
            throw e;
        }
        if (!refused.isEmpty()) {
            shot("refused-" + step);
            throw new AssertionError(step + " by " + account + " refused: " + refused);
        }
    }

    /** A picture of the page with the whole form, which Tasklist shows in a box that scrolls. */
    void shot(String name) {
        Number height =
                (Number) page.evaluate("() => 420 + (document.querySelector('.tsunagu-form')?.scrollHeight ?? 480)");
        page.setViewportSize(WIDTH, Math.min(height.intValue(), 8000));
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", name + ".png")));
        page.setViewportSize(WIDTH, HEIGHT);
    }

    private static Locator.FilterOptions text(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    private static LocatorAssertions.IsVisibleOptions patiently() {
        return new LocatorAssertions.IsVisibleOptions().setTimeout(20_000);
    }

    @Override
    public void close() {
        context.close();
    }
}
