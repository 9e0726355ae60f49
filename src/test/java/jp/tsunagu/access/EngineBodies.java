package jp.tsunagu.access;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** What is sent to the engine's doors: something that would act there if the door were open. */
final class EngineBodies {

    /** What a question needs before it is one. */
    private static final Map<String, String> ASKED = Map.of(
            "GET identity/groups", "?userId=saeki",
            "GET authorization/check", "?permissionName=READ&resourceName=user&resourceType=1",
            "GET history/process-instance/report", "?reportType=duration&periodUnit=month",
            "GET history/task/report", "?reportType=count&groupBy=taskName");

    private static final Map<Pattern, String> BODIES = new LinkedHashMap<>();

    static {
        sent("POST task/\\{id}/(claim|delegate)", "{'userId': 'ACCOUNT'}");
        sent("POST task/\\{id}/assignee", "{'userId': 'HOLDER'}");
        sent("POST task/\\{id}/identity-links(/delete)?", "{'userId': 'ACCOUNT', 'type': 'candidate'}");
        sent("POST task/create|PUT task/\\{id}", "{'name': 'x'}");
        sent("POST task/\\{id}/bpmn(Error|Escalation)", "{'errorCode': 'x', 'escalationCode': 'x'}");
        sent("PUT .*/comment", "{'id': 'COMMENT', 'message': 'x'}");
        sent("POST .*/comment/create", "{'message': 'x'}");
        sent("PUT .*/(localV|v)ariables/\\{varId}", "{'value': 'x', 'type': 'String'}");
        sent("POST .*/(localV|v)ariables", "{'modifications': {'contactMade': {'value': true, 'type': 'Boolean'}}}");
        sent(
                "POST process-instance/\\{id}/modification(-async)?",
                "{'instructions': [{'type': 'startBeforeActivity', 'activityId': 'closeCase'}]}");
        sent(
                "POST process-definition/.*/restart(-async)?",
                "{'processInstanceIds': ['INSTANCE'],"
                        + " 'instructions': [{'type': 'startBeforeActivity', 'activityId': 'closeCase'}]}");
        sent("POST process-definition/.*/start", "{'businessKey': 'R8-99999'}");
        sent(
                "PUT (process-definition|job|job-definition)/suspended",
                "{'suspended': true, 'processDefinitionKey': 'selfRelianceSupport'}");
        sent("PUT process-instance/suspended", "{'suspended': true, 'processInstanceIds': ['INSTANCE']}");
        sent("PUT .*/suspended", "{'suspended': true}");
        sent("POST process-instance/suspended-async", "{'suspended': true, 'processInstanceIds': ['INSTANCE']}");
        sent("POST process-instance/delete", "{'processInstanceIds': ['INSTANCE'], 'deleteReason': 'x'}");
        sent(
                "POST process-instance/delete-historic-query-based",
                "{'historicProcessInstanceQuery': {'processInstanceId': 'INSTANCE'}, 'deleteReason': 'x'}");
        sent("POST process-instance/job-retries", "{'retries': 1, 'processInstances': ['INSTANCE']}");
        sent(
                "POST process-instance/job-retries-historic-query-based",
                "{'retries': 1, 'historicProcessInstanceQuery': {'processInstanceId': 'INSTANCE'}}");
        sent(
                "POST process-instance/message-async",
                "{'messageName': 'emergencyNeeded', 'processInstanceIds': ['INSTANCE']}");
        sent(
                "POST process-instance/variables-async",
                "{'processInstanceIds': ['INSTANCE'], 'variables': {'contactMade': {'value': true}}}");
        sent("PUT .*/history-time-to-live", "{'historyTimeToLive': 1}");
        sent("PUT .*/retries", "{'retries': 1}");
        sent("POST job/retries", "{'retries': 1, 'jobIds': ['JOB']}");
        sent("PUT job/\\{id}/duedate", "{'duedate': '2026-06-15T09:30:00.000+0900'}");
        sent("PUT .*/(jobP|p)riority", "{'priority': 1}");
        sent("POST execution/\\{id}/create-incident", "{'incidentType': 'x', 'configuration': 'x'}");
        sent("PUT .*annotation", "{'annotation': 'x'}");
        sent(
                "POST history/process-instance/delete",
                "{'historicProcessInstanceIds': ['INSTANCE'], 'deleteReason': 'x'}");
        sent(
                "POST history/process-instance/set-removal-time",
                "{'absoluteRemovalTime': '2026-06-15T09:30:00.000+0900', 'historicProcessInstanceIds': ['INSTANCE']}");
        sent("POST user/create", user("MADE"));
        sent("PUT user/\\{id}/profile", "{'id': 'SPARE', 'firstName': 'x', 'lastName': 'x'}");
        sent("PUT user/\\{id}/credentials", "{'password': 'a-Long-1-pass-word', 'authenticatedUserPassword': 'demo'}");
        sent("POST setup/\\{engine}/user/create", user("MADE"));
        sent("(POST|PUT) (group|tenant)/(create|\\{id})", "{'id': 'MADE', 'name': 'x', 'type': 'WORKFLOW'}");
        sent(
                "POST authorization/create",
                "{'type': 1, 'permissions': ['ALL'], 'userId': 'ACCOUNT', 'resourceType': 8, 'resourceId': '*'}");
        sent(
                "PUT authorization/\\{id}",
                "{'permissions': ['ALL'], 'userId': 'ACCOUNT', 'resourceType': 8, 'resourceId': '*'}");
        sent(
                "(POST filter/create|PUT filter/\\{id})",
                "{'resourceType': 'Task', 'name': 'x', 'query': {}, 'properties': {}}");
        sent("POST identity/verify", "{'username': 'saeki', 'password': 'demo'}");
        sent("POST identity/password-policy", "{'password': 'demo'}");
        sent("POST (message|signal)", "{'messageName': 'emergencyNeeded', 'name': 'x', 'businessKey': 'R8-99999'}");
    }

    private EngineBodies() {}

    private static void sent(String endpoint, String body) {
        BODIES.put(Pattern.compile(endpoint), body.replace('\'', '"'));
    }

    static String asked(String endpoint) {
        return ASKED.getOrDefault(endpoint, "");
    }

    private static String user(String id) {
        return "{'profile': {'id': '" + id + "', 'firstName': 'x', 'lastName': 'x'},"
                + " 'credentials': {'password': 'a-Long-1-pass-word'}}";
    }

    /** @param endpoint {@code POST task/{id}/claim} */
    static String of(String endpoint, String account, TriedCase one) {
        return BODIES.entrySet().stream()
                .filter(body -> body.getKey().matcher(endpoint).matches())
                .findFirst()
                .map(body -> body.getValue()
                        .replace("ACCOUNT", account)
                        .replace("HOLDER", one.holder())
                        .replace("INSTANCE", one.things().get("process-instance"))
                        .replace("COMMENT", one.things().get("commentId"))
                        .replace("JOB", one.things().get("job"))
                        .replace("SPARE", EngineThings.SPARE)
                        .replace("MADE", EngineThings.MADE))
                .orElse("{}");
    }
}
