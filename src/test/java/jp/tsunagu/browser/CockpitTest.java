package jp.tsunagu.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import jp.tsunagu.oversight.Stays;
import jp.tsunagu.story.Answers;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Cockpit opens with what it gets from us (a plugin that could not be loaded would leave it empty), and shows the heat. */
class CockpitTest extends BrowserStory {

    private static final int ENOUGH_TO_BE_TOLD = 5;

    @Autowired
    RepositoryService repository;

    @Autowired
    Stays stays;

    @Test
    void theAdministratorSeesHowManyWaitInEachStep() {
        for (int i = 0; i < ENOUGH_TO_BE_TOLD; i++) {
            office.as("saeki").receives(Answers.named("待合 花子", "まちあい はなこ", "1970-02-03"));
        }
        stays.update();
        String definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("selfRelianceSupport")
                .latestVersion()
                .singleResult()
                .getId();
        Desk desk = at("admin");
        desk.visits("/camunda/app/cockpit/default/#/process-definition/" + definition + "/runtime");
        Locator badge = desk.page().locator("[data-container-id='decideTriage'] .tsunagu-heat");
        assertThat(badge.first()).containsText("滞留 ");
        assertThat(badge.first()).containsText("件");
        desk.shot("cockpit-heat");
        assertThat(desk.faults()).isEmpty();
    }
}
