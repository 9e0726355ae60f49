package jp.tsunagu.work;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import jp.tsunagu.access.account.AccountTable;
import jp.tsunagu.story.Answers;
import jp.tsunagu.story.Office.Answer;
import jp.tsunagu.story.OfficeStory;
import jp.tsunagu.story.SubmittedPlan;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** I-11: what a diagram gives to the centre's contractor stays the ward's act. */
class ContractorActsTest extends OfficeStory {

    private static final String SERVICE = "employmentPreparationSupport";

    @Autowired
    private AccountTable accounts;

    @Autowired
    private WardActs wardActs;

    @Autowired
    private JdbcClient database;

    @BeforeEach
    void aContractor() {
        accounts.work("aoki", true, LocalDate.of(2099, 3, 31));
    }

    @AfterEach
    void nobodyIsOne() {
        accounts.work("aoki", false, null);
    }

    /** As if a published diagram named the centre's group for the step. */
    private void givenToTheCentre(String task) {
        database.sql("""
                        insert into act_ru_identitylink (id_, rev_, group_id_, type_, task_id_)
                        values (gen_random_uuid()::varchar, 1, 'consultation-supporter', 'candidate', ?)
                        """).param(task).update();
    }

    @Test
    void theyNeitherTakeNorCompleteTheDecisionThatADiagramGivesThem() {
        office.on("2026-06-16");
        String number = SubmittedPlan.of(office, "委託 決定");
        office.as("uda").does(number, "checkPlan", Answers.suitable(SERVICE));
        office.as("otsuki").does(number, "approveAsSubsectionChief", Answers.approval());
        JsonNode task = office.as("kaji").task(number, "decidePlan");
        String id = task.path("id").asText();
        givenToTheCentre(id);

        assertThat(office.as("aoki").task(number, "decidePlan"))
                .as("the diagram shows it to them")
                .isNotNull();
        Answer taken = office.as("aoki").call("POST", "/engine-rest/task/" + id + "/claim", Map.of("userId", "aoki"));
        assertThat(taken.status()).isEqualTo(400);
        assertThat(taken.text()).contains("委託先の利用者は");

        database.sql("update act_ru_task set assignee_ = 'aoki', rev_ = rev_ + 1 where id_ = ?")
                .param(id)
                .update();
        Answer sent = office.as("aoki").tries(number, "decidePlan", Answers.decision("decided"));
        assertThat(sent.ok()).isFalse();
        assertThat(sent.text()).contains("委託先の利用者は");
        assertThat(office.as("aoki").task(number, "decidePlan")).isNotNull();
    }

    @Test
    void whatIsDecidedCountsAndNotWhatTheStepIsCalled() {
        assertThat(wardActs.refuse("aoki", "aNewStep", Set.of("wardDecision"))).isPresent();
        assertThat(wardActs.refuse("aoki", "aNewStep", Set.of("planCheck", "note")))
                .isPresent();
        assertThat(wardActs.refuse("aoki", "decidePlan", Set.of())).isPresent();
        assertThat(wardActs.refuse("aoki", "aNewStep", Set.of("screeningResult")))
                .isEmpty();
        assertThat(wardActs.refuse("uda", "checkPlan", Set.of("planCheck"))).isEmpty();
    }

    @Test
    void nobodySendsBothSidesOfACheckWhoeverGaveThemTheTask() {
        office.on("2026-06-16");
        String number = SubmittedPlan.of(office, "両側 確認");
        office.as("uda").does(number, "checkPlan", Answers.suitable(SERVICE));
        String id = office.as("otsuki")
                .task(number, "approveAsSubsectionChief")
                .path("id")
                .asText();
        database.sql("update act_ru_task set assignee_ = 'uda', rev_ = rev_ + 1 where id_ = ?")
                .param(id)
                .update();
        Answer sent = office.as("uda").tries(number, "approveAsSubsectionChief", Answers.approval());
        assertThat(sent.ok()).isFalse();
        assertThat(sent.text()).contains("相手側の作業をした人は");
    }
}
