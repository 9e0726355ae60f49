package jp.tsunagu.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** The editor of a diagram as somebody uses it, by its panel. */
final class DiagramEditor {

    static final String MAIN = "processes/self-reliance-support.bpmn";

    private final Desk desk;
    private final Page page;
    private final String address;

    DiagramEditor(Desk desk, int draft) {
        this.desk = desk;
        this.page = desk.page();
        this.address = "/procedures/drafts/" + draft + "/edit?file=" + MAIN;
    }

    Page opens() {
        return desk.visits(address);
    }

    Page opens(String element) {
        return desk.visits(address + "&element=" + element);
    }

    /** A person's step in the middle of a line; its name gives it its id. */
    void inserts(String line, String name) {
        page.locator("#choose").selectOption(line);
        page.locator("[data-insert=userTask]").press("Enter");
        types("name", name);
    }

    void types(String field, String text) {
        Locator input = panel(field);
        input.fill(text);
        input.press("Tab");
    }

    Locator panel(String field) {
        return page.locator("[data-key=" + field + "]");
    }

    void saves() {
        page.locator("#save").click();
        says("保存しました");
    }

    void says(String text) {
        assertThat(page.locator("#status")).containsText(text);
    }

    /** The findings beside the drawing, once the check is over. */
    Locator findings() {
        page.locator("#tab-1").click();
        assertThat(page.locator(".findings-count")).isVisible();
        return page.locator(".findings-one");
    }
}
