package jp.tsunagu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.HashMap;
import java.util.Map;
import jp.tsunagu.procedure.PackagedForms;
import jp.tsunagu.story.OfficeStory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;

/**
 * A story told in Chromium: each account at a desk of its own. The stories have an application of their own beside the
 * other tests, so that no stranger's task stands in the lists they read.
 */
@Tag("browser")
abstract class BrowserStory extends OfficeStory {

    private static final Map<String, String> TITLES = PackagedForms.taskTitles();

    /** A busy machine needs longer than the five seconds that are usual. */
    private static final double PATIENCE_MS = 15_000;

    private static Chromium chromium;

    private final Map<String, Desk> desks = new HashMap<>();
    private String number;

    @BeforeAll
    static void start() {
        chromium = Chromium.orSkip();
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @AfterEach
    void leave() {
        desks.values().forEach(Desk::close);
    }

    /** The number of the case that the story is about. */
    String number() {
        return number;
    }

    /** Registers the consultation that the story is about. */
    void received(String account, String name, Map<String, Object> answers) {
        at(account).receives(answers);
        number = at(account).caseNumber(name);
    }

    /** The same from the ledger, where the person is found afterwards by these words. */
    void receivedByLedger(String account, Map<String, Object> answers, String words) {
        at(account).receivesByLedger(answers);
        at(account).findsInLedger(words);
        number = at(account).numberOnPage();
    }

    Desk at(String account) {
        return desks.computeIfAbsent(
                account, name -> new Desk(chromium.browser(), "http://localhost:" + port, name, PackagedForms.byKey()));
    }

    void does(String account, String step, Map<String, Object> answers) {
        at(account).does(step, answers, TITLES.get(step), number);
    }

    void opens(String account, String step) {
        at(account).opens(TITLES.get(step), number);
    }

    /** As many people were needed, and no page had a fault of its own. */
    void endsWithPeople(int count) {
        assertThat(desks.values()).allSatisfy(desk -> assertThat(desk.faults()).isEmpty());
        assertThat(desks).hasSize(count);
    }
}
