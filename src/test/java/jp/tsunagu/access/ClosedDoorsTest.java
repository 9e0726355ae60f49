package jp.tsunagu.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.tsunagu.engine.SideDoorException;
import jp.tsunagu.story.Answers;
import jp.tsunagu.story.Office;
import jp.tsunagu.story.Office.Answer;
import jp.tsunagu.story.Office.Upload;
import jp.tsunagu.story.OfficeStory;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Every account knocks at every door of the engine that is not the form door. */
class ClosedDoorsTest extends OfficeStory {

    private static final String DIAGRAM = "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' "
            + "targetNamespace='x'><process id='p' isExecutable='true'><startEvent id='s'/></process></definitions>";
    private static final String WEBAPP = "/camunda/api/engine/engine/default";

    @Autowired
    private TaskService tasks;

    @Autowired
    private RuntimeService runtime;

    private String task;
    private String instance;
    private String definition;

    static Stream<String> everybody() {
        return Stream.of(
                "saeki",
                "aoki",
                "manabe",
                "kobayakawa",
                "nishina",
                "uda",
                "otsuki",
                "kaji",
                "yuasa",
                "minakami",
                "kansa",
                "tezuka",
                "hirai",
                "admin");
    }

    private record Door(String method, String path, Object body) {}

    @BeforeEach
    void aStrangersTask() {
        office.on("2026-06-01");
        String number = office.as("saeki").receives(Answers.named("想田 ひと", "そうだ ひと", "1990-01-01"));
        JsonNode found = office.as("saeki").task(number, "decideTriage");
        task = found.path("id").asText();
        instance = found.path("processInstanceId").asText();
        definition = found.path("processDefinitionId").asText();
    }

    /** What would move, mark or read a case past the form. */
    private List<Door> sideDoors() {
        Map<String, Object> variable = Map.of("value", "x", "type", "String");
        return List.of(
                new Door("POST", "/task/" + task + "/complete", Map.of()),
                new Door("POST", "/task/" + task + "/resolve", Map.of()),
                new Door("POST", "/task/" + task + "/bpmnError", Map.of("errorCode", "x")),
                new Door("POST", "/task/" + task + "/bpmnEscalation", Map.of("escalationCode", "x")),
                new Door("POST", "/task/" + task + "/delegate", Map.of("userId", "aoki")),
                new Door("POST", "/task/" + task + "/comment/create", Map.of("message", "x")),
                new Door("POST", "/task/" + task + "/attachment/create", new Upload("content", "a.txt", "x")),
                new Door("POST", "/task/" + task + "/variables", Map.of("modifications", Map.of("name", variable))),
                new Door("PUT", "/task/" + task + "/variables/name", variable),
                new Door("PUT", "/task/" + task + "/localVariables/name", variable),
                new Door("PUT", "/task/" + task, Map.of("name", "x", "description", "x")),
                new Door("DELETE", "/task/" + task, null),
                new Door(
                        "POST", "/task/" + task + "/identity-links", Map.of("groupId", "auditor", "type", "candidate")),
                new Door("POST", "/task/create", Map.of("id", "x", "name", "x")),
                new Door("PUT", "/process-instance/" + instance + "/variables/triageResult", variable),
                new Door(
                        "POST",
                        "/process-instance/" + instance + "/modification",
                        Map.of(
                                "instructions",
                                List.of(Map.of("type", "startBeforeActivity", "activityId", "closeCase")))),
                new Door("DELETE", "/process-instance/" + instance, null),
                new Door("PUT", "/process-instance/" + instance + "/suspended", Map.of("suspended", true)),
                new Door("POST", "/process-definition/" + definition + "/start", Map.of()),
                new Door("POST", "/process-definition/key/emergencySupport/start", Map.of()),
                new Door("POST", "/process-definition/key/planDecision/start", Map.of()),
                new Door("POST", "/message", Map.of("messageName", "contactResumed", "processInstanceId", instance)),
                new Door("POST", "/signal", Map.of("name", "x")),
                new Door("POST", "/deployment/create", new Upload("data", "a.bpmn", DIAGRAM)),
                new Door("POST", "/filter/create", Map.of("name", "x", "resourceType", "Task", "query", Map.of())),
                new Door("POST", "/migration/generate", Map.of()),
                new Door(
                        "POST",
                        "/authorization/create",
                        Map.of("type", 1, "permissions", List.of("ALL"), "userId", "saeki", "resourceType", 0)),
                new Door("POST", "/condition", Map.of("variables", Map.of())),
                new Door("POST", "/external-task/fetchAndLock", Map.of("workerId", "x", "maxTasks", 1)),
                new Door("POST", "/decision-definition/key/welfareNeed/evaluate", Map.of("variables", Map.of())));
    }

    /** 403 for the worker who has the task; to everybody else the task may not even exist (404), and REST may say so first (400). */
    private void shut(Door door, String account, Answer answer) {
        boolean restAnswersFirst = !account.equals("saeki")
                || Stream.of("comment", "attachment", "decision-definition").anyMatch(door.path()::contains);
        assertThat(answer.status())
                .as("%s %s by %s: %s", door.method(), door.path(), account, answer.text())
                .isIn(restAnswersFirst ? List.of(400, 403, 404) : List.of(403));
    }

    @ParameterizedTest
    @MethodSource("everybody")
    void noSideDoorOpens(String account) {
        Office.Session session = office.logsIn(account);
        for (Door door : sideDoors()) {
            shut(door, account, office.as(account).call(door.method(), "/engine-rest" + door.path(), door.body()));
            shut(door, account, session.call(door.method(), "/engine-rest" + door.path(), door.body()));
            shut(door, account, session.call(door.method(), WEBAPP + door.path(), door.body()));
        }
        assertThat(office.as("saeki")
                        .get("/engine-rest/task/" + task)
                        .path("name")
                        .asText())
                .isEqualTo("振り分けを決める");
    }

    @ParameterizedTest
    @MethodSource("everybody")
    void aStrangersTaskIsNeitherSeenNorTaken(String account) {
        if (List.of("saeki", "manabe").contains(account)) {
            return;
        }
        for (JsonNode seen : office.as(account).get("/engine-rest/task")) {
            assertThat(seen.path("id").asText()).isNotEqualTo(task);
        }
        assertThat(office.as(account)
                        .get("/engine-rest/task/count")
                        .path("count")
                        .asInt())
                .isEqualTo(office.as(account)
                        .get("/engine-rest/task?maxResults=10000")
                        .size());
        for (Door door : List.of(
                new Door("GET", "/task/" + task, null),
                new Door("GET", "/task/" + task + "/form-variables", null),
                new Door("GET", "/task/" + task + "/variables", null),
                new Door("GET", "/task/" + task + "/deployed-form", null),
                new Door("POST", "/task/" + task + "/claim", Map.of("userId", account)),
                new Door("POST", "/task/" + task + "/unclaim", Map.of()),
                new Door("POST", "/task/" + task + "/assignee", Map.of("userId", account)),
                new Door("POST", "/task/" + task + "/submit-form", Map.of("variables", Map.of())))) {
            Answer answer = office.as(account).call(door.method(), "/engine-rest" + door.path(), door.body());
            assertThat(answer.status())
                    .as("%s %s by %s: %s", door.method(), door.path(), account, answer.text())
                    .isGreaterThanOrEqualTo(400);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/engine-rest/task",
                "/engine-rest/deployment",
                "/engine-rest/user",
                "/camunda/api/engine/engine/default/task",
                "/camunda/api/admin/setup/default/user/create",
                "/camunda/api/cockpit/plugin/base/default/process-definition/count",
                "/api/task-cards?id=x",
                "/api/drafts/start/reception",
                "/actuator/env"
            })
    void withoutALoginNothingAnswers(String path) {
        for (String method : List.of("GET", "POST")) {
            assertThat(office.anonymously(method, path, method.equals("POST") ? Map.of() : null)
                            .status())
                    .as(method + " " + path)
                    .isIn(302, 401, 403);
        }
    }

    @ParameterizedTest
    @MethodSource("everybody")
    void theSetUpEndpointIsShut(String account) {
        Map<String, Object> user = Map.of(
                "profile", Map.of("id", "intruder", "firstName", "x", "lastName", "x"),
                "credentials", Map.of("password", "intruder"));
        Answer answer = office.logsIn(account).call("POST", "/camunda/api/admin/setup/default/user/create", user);
        assertThat(answer.status()).isEqualTo(403);
    }

    @ParameterizedTest
    @MethodSource("everybody")
    void onlyTheSystemAdministratorMakesAccounts(String account) {
        String name = "new-" + account;
        Map<String, Object> user = Map.of(
                "profile", Map.of("id", name.replace("-", ""), "firstName", "新", "lastName", ""),
                "credentials", Map.of("password", "long-enough"));
        Answer answer = office.as(account).call("POST", "/engine-rest/user/create", user);
        assertThat(answer.ok()).isEqualTo(account.equals("admin"));
    }

    @Test
    void expressionsInsideOrQueriesAreNotEvaluated() {
        Map<String, Object> query =
                Map.of("orQueries", List.of(Map.of("assigneeExpression", "${execution.setVariable('x', 'y')}")));
        for (String path : List.of("/engine-rest/task", "/engine-rest/task/count")) {
            Answer answer = office.as("saeki").call("POST", path, query);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.text()).contains("検索条件に式は使えません");
        }
        String filter =
                office.as("saeki").get("/engine-rest/filter").get(0).path("id").asText();
        assertThat(office.as("saeki")
                        .call("POST", "/engine-rest/filter/" + filter + "/list", query)
                        .status())
                .isGreaterThanOrEqualTo(400);
    }

    @Test
    void aSessionNeedsItsTokenForRest() {
        Office.Session session = office.logsIn("saeki");
        assertThat(session.callWithoutToken("POST", "/engine-rest/task/" + task + "/unclaim", Map.of())
                        .status())
                .isEqualTo(403);
        assertThat(session.call("GET", "/engine-rest/task", null).status()).isEqualTo(200);
    }

    @Test
    void thePlaceholderAdministratorCannotLogIn() {
        assertThat(office.as("nobody").call("GET", "/engine-rest/task", null).status())
                .isEqualTo(401);
    }

    @Test
    void ourOwnCodeCannotMoveACaseByAccidentEither() {
        assertThatThrownBy(() -> tasks.complete(task)).isInstanceOf(SideDoorException.class);
        assertThatThrownBy(() -> runtime.setVariable(instance, "triageResult", "informationOnly"))
                .isInstanceOf(SideDoorException.class);
        assertThatThrownBy(() -> tasks.handleBpmnError(task, "x")).isInstanceOf(SideDoorException.class);
        assertThatThrownBy(() -> runtime.startProcessInstanceByKey("referral")).isInstanceOf(SideDoorException.class);
        assertThatThrownBy(() -> runtime.createProcessInstanceModification(instance)
                        .startBeforeActivity("closeCase")
                        .execute())
                .isInstanceOf(SideDoorException.class);
        assertThatThrownBy(() -> tasks.createComment(task, instance, "x")).isInstanceOf(SideDoorException.class);
    }

    /** Whoever is refused reads Japanese words, not the engine's; an operator finds these in the log. */
    @Test
    void aRefusalNamesNoProgram() {
        for (Door door : sideDoors()) {
            String text = office.as("saeki")
                    .call(door.method(), "/engine-rest" + door.path(), door.body())
                    .text();
            assertThat(text).as(door.path()).doesNotContain("Cmd").doesNotContain("この操作（");
        }
    }

    @Test
    void anAdministratorMayRetryAFailedJobButNotRunIt() {
        String number = office.as("saeki").receives(Answers.named("想田 ふた", "そうだ ふた", "1990-01-01"));
        office.as("saeki")
                .does(number, "decideTriage", Answers.with(Answers.triage("continueSupport"), "welfareIntent", "yes"));
        String job = management.createJobQuery().activityId("pursuitDue").list().stream()
                .findFirst()
                .orElseThrow()
                .getId();
        management.setJobRetries(job, 0);
        assertThat(office.as("saeki")
                        .call("PUT", "/engine-rest/job/" + job + "/retries", Map.of("retries", 1))
                        .ok())
                .isFalse();
        assertThat(office.as("admin")
                        .call("PUT", "/engine-rest/job/" + job + "/retries", Map.of("retries", 1))
                        .ok())
                .isTrue();
        assertThat(management.createJobQuery().jobId(job).singleResult().getRetries())
                .isEqualTo(1);

        Answer executed = office.as("admin").call("POST", "/engine-rest/job/" + job + "/execute", Map.of());
        assertThat(executed.ok()).isFalse();
        assertThat(executed.text()).contains("この操作は、ここからはできません").doesNotContain("Cmd", "FailedJobListener");
    }

    @Test
    void noAuthorizationRowPerTask() {
        assertThat(office.as("admin")
                        .call("GET", "/engine-rest/task/" + task, null)
                        .status())
                .isEqualTo(404);
        office.as("saeki").call("POST", "/engine-rest/task/" + task + "/unclaim", Map.of());
        office.as("saeki").call("POST", "/engine-rest/task/" + task + "/claim", Map.of("userId", "saeki"));
        assertThat(management.getTableCount().get("ACT_RU_AUTHORIZATION")).isLessThan(200);
    }
}
