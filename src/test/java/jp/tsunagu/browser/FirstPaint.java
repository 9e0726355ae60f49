package jp.tsunagu.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitUntilState;
import java.util.ArrayList;
import java.util.List;

/** How long a person waits until a page shows something, for those who measure. */
public final class FirstPaint {

    private static final String PAINTED = "() => new Promise(done => new PerformanceObserver((list, watch) => {"
            + " const first = list.getEntriesByName('first-contentful-paint')[0];"
            + " if (first) { watch.disconnect(); done(first.startTime); } }).observe({ type: 'paint', buffered: true }))";

    private FirstPaint() {}

    /**
     * Opens a page as often as asked, in one browser that has seen it once before.
     *
     * @return milliseconds from the address to the first content, each time
     */
    public static List<Double> of(String base, String account, String path, int times) {
        try (Chromium chromium = Chromium.orSkip();
                Page page = chromium.browser().newPage()) {
            page.navigate(base + "/login");
            page.locator("#username").fill(account);
            page.locator("#password").fill("demo");
            page.locator("form button[type=submit]").first().click();
            page.waitForURL(
                    url -> !url.contains("/login"), new Page.WaitForURLOptions().setWaitUntil(WaitUntilState.COMMIT));
            List<Double> painted = new ArrayList<>();
            for (int i = 0; i <= times; i++) {
                page.navigate(base + path, new Page.NavigateOptions().setWaitUntil(WaitUntilState.LOAD));
                double milliseconds = ((Number) page.evaluate(PAINTED)).doubleValue();
                if (i > 0) {
                    painted.add(milliseconds);
                }
            }
            return painted;
        }
    }
}
