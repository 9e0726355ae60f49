package jp.tsunagu.needtoknow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.tsunagu.story.Answers;
import jp.tsunagu.story.Office;
import jp.tsunagu.story.Office.Answer;
import jp.tsunagu.story.OfficeStory;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Questions that name a restricted case, its instance, its task or its variables get the answer that they get for what is not
 * there: neither a list nor a count nor a refusal tells that there is one.
 */
class RestrictedQueriesTest extends OfficeStory {

    private static final String NOWHERE = "R8-99998";
    private static final String NO_ID = "00000000-0000-0000-0000-000000000000";

    private static final List<String> ENGINES = List.of("/engine-rest", "/camunda/api/engine/engine/default");

    /** What may be asked of each list; NUMBER, INSTANCE, TASK and INCIDENT are the case's. */
    private static final Map<String, List<String>> FILTERS = new LinkedHashMap<>();

    static {
        FILTERS.put(
                "task",
                List.of(
                        "processInstanceBusinessKey=NUMBER",
                        "processInstanceBusinessKeyIn=NUMBER",
                        "processInstanceBusinessKeyLike=%25NUMBER%25",
                        "processInstanceId=INSTANCE",
                        "executionId=INSTANCE",
                        "processVariables=caseNumber_eq_NUMBER",
                        "processVariables=caseNumber_like_NUMBER",
                        "processInstanceBusinessKey=NUMBER&nameLike=%25%25&assignee=aoki",
                        "tenantIdIn=NUMBER"));
        FILTERS.put(
                "history/task",
                List.of(
                        "processInstanceBusinessKey=NUMBER",
                        "processInstanceBusinessKeyLike=%25NUMBER%25",
                        "processInstanceId=INSTANCE",
                        "taskId=TASK",
                        "tenantIdIn=NUMBER"));
        FILTERS.put(
                "process-instance",
                List.of(
                        "businessKey=NUMBER",
                        "businessKeyLike=%25NUMBER%25",
                        "processInstanceIds=INSTANCE",
                        "variables=caseNumber_eq_NUMBER",
                        "businessKey=NUMBER&withIncident=true",
                        "incidentId=INCIDENT",
                        "tenantIdIn=NUMBER"));
        FILTERS.put(
                "history/process-instance",
                List.of(
                        "processInstanceBusinessKey=NUMBER",
                        "processInstanceBusinessKeyLike=%25NUMBER%25",
                        "processInstanceIds=INSTANCE",
                        "processInstanceId=INSTANCE",
                        "tenantIdIn=NUMBER"));
        FILTERS.put("history/activity-instance", List.of("processInstanceId=INSTANCE", "tenantIdIn=NUMBER"));
        FILTERS.put(
                "history/incident", List.of("processInstanceId=INSTANCE", "incidentId=INCIDENT", "tenantIdIn=NUMBER"));
        FILTERS.put("history/job-log", List.of("processInstanceId=INSTANCE", "tenantIdIn=NUMBER"));
        FILTERS.put("history/identity-link-log", List.of("taskId=TASK", "tenantIdIn=NUMBER"));
        FILTERS.put("history/user-operation", List.of("processInstanceId=INSTANCE", "taskId=TASK"));
        FILTERS.put(
                "execution",
                List.of(
                        "businessKey=NUMBER",
                        "processInstanceId=INSTANCE",
                        "processVariables=caseNumber_eq_NUMBER",
                        "variables=caseNumber_eq_NUMBER",
                        "tenantIdIn=NUMBER"));
        FILTERS.put(
                "variable-instance",
                List.of(
                        "processInstanceIdIn=INSTANCE",
                        "variableName=caseNumber&variableValues=caseNumber_eq_NUMBER",
                        "tenantIdIn=NUMBER"));
        FILTERS.put("incident", List.of("processInstanceId=INSTANCE", "incidentId=INCIDENT", "tenantIdIn=NUMBER"));
        FILTERS.put("job", List.of("processInstanceId=INSTANCE", "tenantIdIn=NUMBER"));
        FILTERS.put("event-subscription", List.of("processInstanceId=INSTANCE", "tenantIdIn=NUMBER"));
    }

    /** The same and more with a body. */
    private static final Map<String, List<String>> BODIES = Map.of(
            "task",
            List.of(
                    "{'processInstanceBusinessKey': 'NUMBER'}",
                    "{'processInstanceBusinessKeyLike': '%NUMBER%'}",
                    "{'processVariables': [{'name': 'caseNumber', 'operator': 'eq', 'value': 'NUMBER'}]}",
                    "{'orQueries': [{'processInstanceBusinessKey': 'NUMBER', 'tenantIdIn': ['NUMBER']}]}",
                    "{'processInstanceBusinessKey': 'NUMBER', 'orQueries': [{'assignee': 'aoki', 'nameLike': '%'}],"
                            + " 'sorting': [{'sortBy': 'processVariable', 'sortOrder': 'asc',"
                            + " 'parameters': {'variable': 'caseNumber', 'type': 'String'}}]}"),
            "history/task",
            List.of(
                    "{'processInstanceBusinessKey': 'NUMBER'}",
                    "{'orQueries': [{'processInstanceBusinessKey': 'NUMBER', 'tenantIdIn': ['NUMBER']}]}"),
            "process-instance",
            List.of(
                    "{'businessKey': 'NUMBER'}",
                    "{'variables': [{'name': 'caseNumber', 'operator': 'eq', 'value': 'NUMBER'}]}",
                    "{'orQueries': [{'businessKey': 'NUMBER', 'tenantIdIn': ['NUMBER']}]}"),
            "history/process-instance",
            List.of(
                    "{'processInstanceBusinessKey': 'NUMBER'}",
                    "{'orQueries': [{'processInstanceBusinessKey': 'NUMBER', 'tenantIdIn': ['NUMBER']}]}"),
            "execution",
            List.of("{'businessKey': 'NUMBER'}"),
            "variable-instance",
            List.of("{'variableValues': [{'name': 'caseNumber', 'operator': 'eq', 'value': 'NUMBER'}]}"));

    private static final List<String> OTHERS = List.of("saeki", "uda", "yuasa", "kansa", "admin");

    /** A case as questions name it. */
    private record Asked(String number, String instance, String task, String incident) {

        String in(String question) {
            return question.replace("NUMBER", number)
                    .replace("INSTANCE", instance)
                    .replace("TASK", task)
                    .replace("INCIDENT", incident);
        }

        String without(String answer) {
            return answer.replace(number, "NUMBER")
                    .replace(instance, "INSTANCE")
                    .replace(task, "TASK")
                    .replace(incident, "INCIDENT")
                    .replaceFirst("\"timestamp\":\"[^\"]*\"", "");
        }
    }

    private static final Asked NOBODY = new Asked(NOWHERE, NO_ID, NO_ID, NO_ID);

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private JdbcClient database;

    private final Map<String, Office.Session> sessions = new LinkedHashMap<>();
    private final List<String> told = new ArrayList<>();
    private Asked ordinary;
    private Asked restricted;

    @BeforeEach
    void twoCases() {
        office.on("2026-06-15");
        Stream.concat(OTHERS.stream(), Stream.of("manabe"))
                .forEach(account -> sessions.put(account, office.logsIn(account)));
        ordinary = received("問甲 見出子");
        restricted = received("問乙 見出子");
        sessions.get("manabe")
                .posts(
                        "/cases/" + restricted.number() + "/restriction",
                        Map.of("reason", "VIOLENCE", "note", "問いの確認", "named", "aoki"));
    }

    @AfterEach
    void nothingFailed() {
        for (Asked one : List.of(ordinary, restricted)) {
            assertThat(database.sql("delete from act_ru_incident where root_cause_incident_id_ = ?")
                            .param(one.incident())
                            .update())
                    .isOne();
        }
    }

    private Asked received(String name) {
        String number = office.as("aoki").receives(Answers.named(name, "みだし", "1980-01-01"));
        JsonNode task = office.as("aoki").task(number, "decideTriage");
        String instance = task.path("processInstanceId").asText();
        return new Asked(
                number,
                instance,
                task.path("id").asText(),
                runtime.createIncident("question", instance, "question").getId());
    }

    @Test
    void aQuestionForItIsAQuestionForNothing() {
        int found = 0;
        for (String engine : ENGINES) {
            for (Map.Entry<String, List<String>> list : FILTERS.entrySet()) {
                for (String filter : list.getValue()) {
                    for (String count : List.of("", "/count")) {
                        found += asked("GET", engine + "/" + list.getKey() + count + "?" + filter, null);
                    }
                }
            }
            for (Map.Entry<String, List<String>> list : BODIES.entrySet()) {
                for (String body : list.getValue()) {
                    for (String count : List.of("", "/count")) {
                        found += asked("POST", engine + "/" + list.getKey() + count, body.replace('\'', '"'));
                    }
                }
            }
        }
        for (String body : List.of(
                "{'businessKey': 'NUMBER'}",
                "{'variables': [{'name': 'caseNumber', 'operator': 'eq', 'value': 'NUMBER'}]}")) {
            for (String count : List.of("", "/count")) {
                found += asked(
                        "POST",
                        "/camunda/api/cockpit/plugin/base/default/process-instance" + count,
                        body.replace('\'', '"'));
            }
        }
        found += asked(
                "POST",
                "/camunda/api/cockpit/plugin/base/default/process-instance/INSTANCE/called-process-instances",
                "{}");
        for (String count : List.of("", "/count")) {
            found += asked(
                    "POST",
                    "/camunda/api/cockpit/plugin/base/default/incident" + count,
                    "{\"processInstanceIdIn\": [\"INSTANCE\"]}");
        }
        assertThat(told).isEmpty();
        assertThat(found)
                .as("questions that would have told of an ordinary case")
                .isGreaterThan(60);
    }

    /** @return how many people would have been told of an ordinary case */
    private int asked(String method, String path, String body) {
        return OTHERS.parallelStream()
                .mapToInt(account -> {
                    Answer ofRestricted = answer(account, method, path, body, restricted);
                    Answer ofNobody = answer(account, method, path, body, NOBODY);
                    String mine = restricted.without(ofRestricted.text());
                    String none = NOBODY.without(ofNobody.text());
                    if (ofRestricted.status() != ofNobody.status() || !mine.equals(none)) {
                        synchronized (told) {
                            told.add(account + " " + method + " " + path + " " + body + ": " + ofRestricted.status()
                                    + " " + mine + ", but of nobody: " + ofNobody.status() + " " + none);
                        }
                    }
                    Answer ofOrdinary = answer(account, method, path, body, ordinary);
                    return ordinary.without(ofOrdinary.text()).equals(none) ? 0 : 1;
                })
                .sum();
    }

    private Answer answer(String account, String method, String path, String body, Asked of) {
        return sessions.get(account).call(method, of.in(path), body == null ? null : of.in(body));
    }

    /** What was answered in a case is of the case: who looks after the engine does not look for cases by it. */
    @Test
    void nobodyLooksForCasesByTheirValues() {
        String value = "{'name': 'caseNumber', 'operator': 'eq', 'value': '" + ordinary.number() + "'}";
        for (String engine : ENGINES) {
            for (String list : List.of("/process-instance", "/execution")) {
                assertNotByValue("GET", engine + list + "?variables=caseNumber_eq_" + ordinary.number(), null);
                assertNotByValue("POST", engine + list, "{'variables': [" + value + "]}");
            }
            assertNotByValue("GET", engine + "/execution?processVariables=caseNumber_eq_" + ordinary.number(), null);
            assertNotByValue("POST", engine + "/process-instance", "{'orQueries': [{'variables': [" + value + "]}]}");
            assertThat(sessions.get("manabe")
                            .call("GET", engine + "/task?processVariables=caseNumber_eq_" + ordinary.number(), null)
                            .text())
                    .as("one's own work can be found so")
                    .contains(ordinary.task());
        }
        String cockpit = "/camunda/api/cockpit/plugin/base/default/process-instance";
        for (String count : List.of("", "/count")) {
            assertNotByValue("GET", cockpit + count + "?variables=caseNumber_eq_" + ordinary.number(), null);
            assertNotByValue("POST", cockpit + count, "{'variables': [" + value + "]}");
        }
        assertThat(sessions.get("admin").call("POST", cockpit, "{}").text()).contains(ordinary.instance());
    }

    private void assertNotByValue(String method, String path, String body) {
        Answer answer = sessions.get("admin").call(method, path, body == null ? null : body.replace('\'', '"'));
        assertThat(answer.status()).as(path).isEqualTo(403);
        assertThat(answer.text()).contains("変数の値では探せません");
    }

    /** The pages about a case answer for a restricted one as for none. */
    @Test
    void itsAddressIsTheAddressOfNothing() {
        for (String page : List.of(
                "/cases/NUMBER",
                "/cases/NUMBER/attachments",
                "/cases/NUMBER/corrections",
                "/cases/NUMBER/disclosures",
                "/cases/NUMBER/forms/reception",
                "/cases/NUMBER/merge",
                "/cases/NUMBER/own-data",
                "/cases/NUMBER/records",
                "/cases/NUMBER/restriction",
                "/cases/NUMBER/unlock",
                "/api/cases/NUMBER/papers",
                "/api/cases/NUMBER/papers/01-application",
                "/api/cases/NUMBER/diagrams/selfRelianceSupport")) {
            for (String account : OTHERS) {
                Answer ofRestricted = sessions.get(account).opens(restricted.in(page));
                Answer ofNobody = sessions.get(account).opens(NOBODY.in(page));
                assertThat(ofRestricted.status()).as(account + " " + page).isEqualTo(ofNobody.status());
                assertThat(restricted.without(ofRestricted.text()))
                        .as(account + " " + page)
                        .isEqualTo(NOBODY.without(ofNobody.text()));
            }
        }
    }
}
