package jp.tsunagu.access.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.tsunagu.story.Office;
import jp.tsunagu.story.Office.Answer;
import jp.tsunagu.story.OfficeStory;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.rest.dto.task.TaskQueryDto;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The two published holes of 7.24.0: tried against ours, and first against the engine as it ships, where they succeed. */
class KnownHolesTest extends OfficeStory {

    private static final String WEBAPP = "/camunda/api/engine/engine/default";

    private static final String INTRUDER =
            "{\"profile\": {\"id\": \"intruder\", \"firstName\": \"x\", \"lastName\": \"x\","
                    + " \"email\": \"x@example.invalid\"}, \"credentials\": {\"password\": \"Intruder-2026!\"}}";

    private static UnprotectedEngine unprotected;

    @Autowired
    TaskService tasks;

    @Autowired
    FilterService filters;

    @Autowired
    IdentityService identity;

    @BeforeAll
    static void startWithoutProtection() {
        unprotected = new UnprotectedEngine();
    }

    @AfterAll
    static void stop() {
        unprotected.close();
    }

    @BeforeEach
    void nothingYet() {
        Evaluated.TIMES.set(0);
    }

    /** Every field of a task query that takes an expression, as the engine's REST declares them. */
    static List<String> fields() {
        return Arrays.stream(TaskQueryDto.class.getMethods())
                .map(method -> method.getName())
                .filter(name -> name.startsWith("set") && name.endsWith("Expression"))
                .map(name -> Character.toLowerCase(name.charAt(3)) + name.substring(4))
                .sorted()
                .toList();
    }

    private static String inside(String field) {
        return "{\"orQueries\": [{\"%s\": \"%s\"}]}".formatted(field, Evaluated.EXPRESSION);
    }

    @Test
    void theFieldsAreAllThere() {
        assertThat(fields())
                .hasSizeGreaterThanOrEqualTo(20)
                .contains("assigneeExpression", "candidateGroupExpression", "dueBeforeExpression");
    }

    /** CVE-2026-109432. */
    @ParameterizedTest
    @MethodSource("fields")
    void anExpressionInAQueryIsEvaluatedByTheEngineAsItShipsAndNotByOurs(String field) throws Exception {
        try {
            unprotected.asks(inside(field));
        } catch (IllegalArgumentException | ProcessEngineException e) {
            // a date was expected, and it got a text: too late
        }
        assertThat(Evaluated.TIMES).as("without protection").hasPositiveValue();

        Evaluated.TIMES.set(0);
        Office.Session session = session("saeki");
        String own = filter("自分のタスク");
        String outside = "{\"%s\": \"%s\"}".formatted(field, Evaluated.EXPRESSION);
        for (String body : List.of(inside(field), outside)) {
            for (String path :
                    List.of("/task", "/task/count", "/filter/" + own + "/list", "/filter/" + own + "/count")) {
                refused(office.as("saeki").call("POST", "/engine-rest" + path, body), field + path);
                refused(session.call("POST", "/engine-rest/engine/default" + path, body), field + path);
                refused(session.call("POST", WEBAPP + path, body), field + path);
            }
            String filter = "{\"resourceType\": \"Task\", \"name\": \"x\", \"query\": %s}".formatted(body);
            refused(office.as("admin").call("POST", "/engine-rest/filter/create", filter), field);
            refused(session("admin").call("POST", WEBAPP + "/filter/create", filter), field);
            refused(session("admin").call("PUT", WEBAPP + "/filter/" + own, filter), field);
        }
        assertThat(Evaluated.TIMES).as("with it").hasValue(0);
    }

    /** 400: the request is wrong, 403: nobody may; both say so in Japanese. */
    private static void refused(Answer answer, String what) {
        assertThat(answer.status()).as("%s: %s", what, answer.text()).isIn(400, 403);
        assertThat(answer.text()).as(what).containsAnyOf("検索条件に式は使えません", "ここからはできません");
    }

    /** The second line: a list that holds such an expression, however it came into the database, reaches nothing. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                Evaluated.EXPRESSION,
                "${caseFacts.text('R8-00001', 'welfareIntent')}",
                "${besideCase.close(execution)}",
                "${dataSource.connection}",
                "${workingDays.getClass().name}",
                "${now().getClass().name}",
                "${currentUserGroups().size()}"
            })
    void aStoredListReachesNothing(String expression) {
        for (boolean inner : new boolean[] {true, false}) {
            Filter filter = filters.newTaskFilter("試し")
                    .setQuery(
                            inner
                                    ? tasks.createTaskQuery()
                                            .or()
                                            .taskAssigneeExpression(expression)
                                            .endOr()
                                    : tasks.createTaskQuery().taskAssigneeExpression(expression));
            filters.saveFilter(filter);
            try {
                assertThatThrownBy(() -> filters.list(filter.getId())).isInstanceOf(ProcessEngineException.class);
                assertThat(office.as("admin")
                                .call("GET", "/engine-rest/filter/" + filter.getId() + "/list", null)
                                .ok())
                        .isFalse();
            } finally {
                filters.deleteFilter(filter.getId());
            }
        }
        assertThat(Evaluated.TIMES).hasValue(0);
    }

    /** What staff find at the left of Tasklist is made of expressions too, of ours. */
    @Test
    void ourOwnListsGoOnWorking() {
        JsonNode own = office.as("manabe").get("/engine-rest/filter");
        assertThat(own).hasSizeGreaterThanOrEqualTo(6);
        own.forEach(filter -> {
            String path = "/filter/" + filter.path("id").asText() + "/list";
            assertThat(office.as("manabe")
                            .call("GET", "/engine-rest" + path, null)
                            .status())
                    .isEqualTo(200);
            assertThat(session("manabe")
                            .call("POST", WEBAPP + path, "{\"processInstanceBusinessKey\": \"R8-00001\"}")
                            .status())
                    .isEqualTo(200);
        });
    }

    /** CVE-2026-77226. */
    @Test
    void anAdministratorIsMadeWithoutALoginByTheEngineAsItShipsAndNotByOurs() throws Exception {
        unprotected.setsUp(INTRUDER);
        assertThat(unprotected
                        .engine
                        .getIdentityService()
                        .createGroupQuery()
                        .groupMember("intruder")
                        .groupId("camunda-admin")
                        .count())
                .as("without protection")
                .isOne();

        String path = "/camunda/api/admin/setup/default/user/create";
        for (String spelling : List.of(
                path,
                path + "/",
                "/camunda//api/admin/setup/default/user/create",
                "/camunda/api/admin/./setup/default/user/create",
                "/camunda/api/admin/auth/../setup/default/user/create",
                "/camunda/api/admin/%73etup/default/user/create",
                "/camunda/api/admin/setup;a=b/default/user/create",
                "/camunda/api/admin/SETUP/default/user/create")) {
            Answer nobody = office.anonymously("POST", spelling, INTRUDER);
            assertThat(nobody.status()).as("%s: %s", spelling, nobody.text()).isIn(302, 400, 401, 403, 404);
            for (String account : List.of("saeki", "admin")) {
                assertThat(session(account).call("POST", spelling, INTRUDER).status())
                        .as("%s by %s", spelling, account)
                        .isIn(400, 403, 404);
            }
        }
        assertThat(identity.createUserQuery().userId("intruder").count())
                .as("with it")
                .isZero();
    }

    private String filter(String name) {
        return filters.createFilterQuery().filterName(name).singleResult().getId();
    }

    private static final Map<String, Office.Session> SESSIONS = new HashMap<>();

    private Office.Session session(String account) {
        return SESSIONS.computeIfAbsent(account, name -> office.logsIn(name));
    }
}
