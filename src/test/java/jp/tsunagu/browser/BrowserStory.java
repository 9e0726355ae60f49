package jp.tsunagu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import jp.tsunagu.procedure.PackagedForms;
import jp.tsunagu.story.Office;
import jp.tsunagu.story.TsunaguTest;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * A story told in Chromium: each account at a desk of its own. The stories have an application of their own beside the
 * other tests, so that no stranger's task stands in the lists they read.
 */
@TsunaguTest
@Tag("browser")
abstract class BrowserStory {

    private static final Map<String, String> TITLES = PackagedForms.taskTitles();

    private static Chromium chromium;

    @LocalServerPort
    private int port;

    @Autowired
    private ManagementService management;

    private final Map<String, Desk> desks = new HashMap<>();
    private Office office;
    private String number;

    @BeforeAll
    static void start() {
        chromium = Chromium.orSkip();
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void enter() {
        office = new Office(port, management);
    }

    @AfterEach
    void leave() {
        desks.values().forEach(Desk::close);
        Office.stopClock();
    }

    /** The town beside the browser: the clock, and what REST says. */
    Office office() {
        return office;
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
