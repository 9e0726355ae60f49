package jp.tsunagu.procedure.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import jp.tsunagu.access.account.AccountTable;
import jp.tsunagu.procedure.Origin;
import jp.tsunagu.procedure.ProcedureChange;
import jp.tsunagu.procedure.ProcedureFiles;
import jp.tsunagu.procedure.SetPublisher;
import jp.tsunagu.story.Answers;
import jp.tsunagu.story.Office;
import jp.tsunagu.story.Office.Answer;
import jp.tsunagu.story.OfficeStory;
import jp.tsunagu.story.SubmittedPlan;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * I-11 against a diagram in force that gives the ward's acts to the centre. No such 改定案 can be published, so it is put into
 * force past the checks, as a fault in them would: the program refuses what the diagram gives.
 */
@Tag("publishing")
class ContractorDiagramTest extends OfficeStory {

    private static final String REFUSAL = "委託先の利用者は、区の確認・承認・決定・通知を行えません。区の職員が行ってください。";
    private static final String SUPPORT = "employmentPreparationSupport";
    /** One has the case, the other one only the group. */
    private static final List<String> CONTRACTORS = List.of("saeki", "aoki");

    private static final List<String> ENGINES =
            List.of("/camunda/api/engine/engine/default", "/engine-rest", "/engine-rest/engine/default");

    @Autowired
    private SetPublisher sets;

    @Autowired
    private AccountTable accounts;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TransactionTemplate transaction;

    private PublishingOffice administrators;
    private ProcedureFiles before;
    private int setBefore;
    private int draft;

    @BeforeEach
    void monday(@Autowired AutowireCapableBeanFactory beans) {
        administrators = beans.createBean(PublishingOffice.class);
        office.clock("2026-10-05T10:00");
        CONTRACTORS.forEach(account -> accounts.work(account, true, LocalDate.of(2099, 3, 31)));
        before = administrators.present();
        setBefore = administrators.sets.current();
        draft = administrators.draft("区の確認と決裁を、センターもできるようにする", givenToTheCentre());
    }

    @AfterEach
    void asItWas() {
        CONTRACTORS.forEach(account -> accounts.work(account, false, null));
        if (administrators.sets.current() != setBefore) {
            transaction.executeWithoutResult(status -> sets.reopen(setBefore, origin()));
        }
    }

    private Map<String, byte[]> givenToTheCentre() {
        Redrawn drawn = new Redrawn(before);
        Map.of(
                        "checkPlan", "ward-officer",
                        "approveAsSubsectionChief", "ward-subsection-chief",
                        "decidePlan", "ward-section-chief")
                .forEach((step, ward) -> drawn.replaceFirst(
                        Redrawn.DECISION,
                        "(<bpmn:userTask id=\"" + step + "\"[^>]* camunda:candidateGroups=\")[^\"]*\"",
                        "$1consultation-supporter," + ward + "\""));
        return drawn.files();
    }

    private Origin origin() {
        return new Origin(Origin.ADMINISTRATOR, "委託先", "試し", "hirai", Office.today(), draft, null);
    }

    @Test
    void noAdministratorCanPublishIt() {
        assertThatThrownBy(() -> administrators.agree(
                        draft, new Transition(TransitionRule.MOVE, Set.of(), new TreeMap<>()), Office.today()))
                .isInstanceOf(NotNowException.class);
        assertThat(administrators.proposals.findings(draft))
                .anySatisfy(finding -> assertThat(finding.toString()).contains("checkPlan"));
        assertThat(administrators.sets.current()).isEqualTo(setBefore);
    }

    @Test
    void theContractorDoesNothingOfIt() {
        Map<String, byte[]> files = new TreeMap<>(before.contents());
        files.putAll(givenToTheCentre());
        ProcedureChange change = ProcedureChange.between(before, new ProcedureFiles(new TreeMap<>(files)));
        transaction.executeWithoutResult(status -> sets.open(change, origin()));

        String number = SubmittedPlan.of(office, "委託 図面");
        refused(number, "checkPlan", "uda", Answers.suitable(SUPPORT));
        refused(number, "approveAsSubsectionChief", "otsuki", Answers.approval());
        refused(number, "decidePlan", "kaji", Answers.decision("decided"));
        assertThat(office.as("saeki").steps(number)).contains("deliverPlan");
    }

    /** Neither taken nor given nor sent, by whatever address; then the ward does it. */
    private void refused(String number, String step, String ward, Map<String, Object> answers) {
        String task = office.as(ward).task(number, step).path("id").asText();
        assignedTo(task, null);
        Office.Session contractor = office.logsIn("aoki");
        assertThat(office.as("aoki").task(number, step))
                .as("the diagram shows it")
                .isNotNull();
        for (String engine : ENGINES) {
            assertRefused(contractor.call("POST", engine + "/task/" + task + "/claim", Map.of("userId", "aoki")));
            assertRefused(office.logsIn("manabe")
                    .call("POST", engine + "/task/" + task + "/assignee", Map.of("userId", "aoki")));
        }
        office.as(ward).takes(number, step);
        ObjectNode document = office.as(ward).open(task);
        Office.answer(document, answers);
        assignedTo(task, "aoki");
        for (String engine : ENGINES) {
            assertRefused(
                    contractor.call("POST", engine + "/task/" + task + "/submit-form", Office.formDocument(document)));
            assertThat(contractor
                            .call("POST", engine + "/task/" + task + "/complete", Map.of())
                            .status())
                    .isBetween(400, 499);
        }
        assignedTo(task, ward);
        office.as(ward).does(number, step, answers);
    }

    /** As no door of the program gives it. */
    private void assignedTo(String task, String account) {
        database.sql("update act_ru_task set assignee_ = ?, rev_ = rev_ + 1 where id_ = ?")
                .param(1, account, Types.VARCHAR)
                .param(2, task)
                .update();
    }

    private static void assertRefused(Answer answer) {
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains(REFUSAL);
    }
}
