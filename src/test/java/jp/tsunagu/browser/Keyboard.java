package jp.tsunagu.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import jp.tsunagu.form.FormField;

/** Somebody without a mouse: goes on with Tab until the place is reached, and presses keys. */
final class Keyboard {

    /** More steps than any page has places. */
    private static final int LONGEST_WAY = 150;

    private static final double A_MOMENT_MS = 150;

    private final Page page;

    Keyboard(Page page) {
        this.page = page;
    }

    /** Goes to a link, button or box and presses it. */
    void presses(String selector) {
        goTo(selector);
        boolean box = (Boolean) page.evaluate("() => document.activeElement.type === 'checkbox'");
        page.keyboard().press(box ? "Space" : "Enter");
    }

    /** Fills in a form from top to bottom, where it is asked and can be seen. */
    void fill(FormField form, Map<String, Object> answers) {
        form.walk()
                .filter(field -> answers.containsKey(field.key()))
                .forEach(field -> enter(field, answers.get(field.key())));
    }

    private void enter(FormField field, Object value) {
        String id = field.json().path("id").asText();
        switch (field.type()) {
            case "radio" -> {
                goTo("[id*='-" + id + "-']");
                page.keyboard().press("Space");
                for (int index = indexOf(field, value); index > 0; index--) {
                    page.keyboard().press("ArrowDown");
                }
            }
            case "checklist" ->
                ((List<?>) value).forEach(one -> {
                    goTo("[id$='-" + id + "-" + indexOf(field, one) + "']");
                    page.keyboard().press("Space");
                });
            case "select" -> {
                goTo("[id$='-" + id + "-search'], [id$='-" + id + "']");
                choose(field, value);
            }
            default -> {
                goTo("[id$='-" + id + "']");
                page.keyboard().press("Control+A");
                page.keyboard().type(value.toString());
                page.keyboard().press("Tab");
            }
        }
    }

    /** Who comes to the field sees its list, and looks at what is marked before each key. */
    private void choose(FormField field, Object value) {
        Locator marked = page.locator(".fjs-dropdownlist-item.focused");
        marked.waitFor();
        if (field.json().has("values")) {
            String label = field.json()
                    .path("values")
                    .path(indexOf(field, value))
                    .path("label")
                    .asText();
            for (int key = 0; key < LONGEST_WAY && !marked.innerText().equals(label); key++) {
                page.keyboard().press("ArrowDown");
                page.waitForTimeout(A_MOMENT_MS);
            }
        }
        page.waitForTimeout(A_MOMENT_MS);
        page.keyboard().press("Enter");
        marked.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
    }

    private static int indexOf(FormField field, Object value) {
        return StreamSupport.stream(field.json().path("values").spliterator(), false)
                .map(choice -> choice.path("value").asText())
                .toList()
                .indexOf(value.toString());
    }

    private void goTo(String selector) {
        for (int step = 0; step < LONGEST_WAY; step++) {
            if ((Boolean) page.evaluate("selector => document.activeElement.matches(selector)", selector)) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("no way to " + selector + " by keyboard");
    }
}
