package jp.tsunagu.access;

import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.TimerCatchIntermediateEventJobHandler;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Something real behind every door of the engine: a refusal of what is not there proves nothing. What the office's own ways
 * never make (a comment, an attachment) is written past them.
 */
final class EngineThings {

    /** No such thing can be here, or none may: batches, CMMN, operations remembered. */
    static final String NO_ID = "00000000-0000-0000-0000-000000000000";

    /** An account and a group that may be changed and deleted. */
    static final String SPARE = "tablespare";

    static final String MADE = "tablemade";

    private static final Pattern VARIABLE = Pattern.compile("\\{([\\w-]+)[^/]*}");

    private final ProcessEngine engine;
    private final JdbcClient database;
    private final Map<String, String> ofNoCase = new HashMap<>();

    EngineThings(ProcessEngine engine, JdbcClient database) {
        this.engine = engine;
        this.database = database;
        spare();
        var repository = engine.getRepositoryService();
        var process = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("selfRelianceSupport")
                .latestVersion()
                .singleResult();
        ofNoCase.put("process-definition", process.getId());
        ofNoCase.put("history/process-definition", process.getId());
        ofNoCase.put("deployment", process.getDeploymentId());
        ofNoCase.put(
                "resourceId",
                repository
                        .getDeploymentResources(process.getDeploymentId())
                        .get(0)
                        .getId());
        ofNoCase.put(
                "decision-definition",
                repository
                        .createDecisionDefinitionQuery()
                        .decisionDefinitionKey("welfareNeed")
                        .latestVersion()
                        .singleResult()
                        .getId());
        ofNoCase.put(
                "job-definition",
                engine.getManagementService()
                        .createJobDefinitionQuery()
                        .list()
                        .get(0)
                        .getId());
        ofNoCase.put(
                "filter",
                engine.getFilterService().createFilterQuery().list().get(0).getId());
        ofNoCase.put(
                "authorization",
                engine.getAuthorizationService()
                        .createAuthorizationQuery()
                        .groupIdIn(SPARE)
                        .resourceType(Resources.APPLICATION)
                        .singleResult()
                        .getId());
    }

    /** The account and the group as they were before somebody's act; nobody's that was made. */
    void spare() {
        var identity = engine.getIdentityService();
        identity.deleteUser(MADE);
        if (identity.createUserQuery().userId(SPARE).count() == 0) {
            User user = identity.newUser(SPARE);
            user.setPassword(UUID.randomUUID().toString());
            identity.saveUser(user);
        }
        if (identity.createGroupQuery().groupId(SPARE).count() == 0) {
            identity.saveGroup(identity.newGroup(SPARE));
            identity.saveTenant(identity.newTenant(SPARE));
            Authorization row = engine.getAuthorizationService().createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
            row.setGroupId(SPARE);
            row.setResource(Resources.APPLICATION);
            row.setResourceId("welcome");
            row.setPermissions(new Permissions[] {Permissions.ACCESS});
            engine.getAuthorizationService().saveAuthorization(row);
        }
        identity.deleteMembership(SPARE, SPARE);
    }

    /** For the tests that come after. */
    void tidyUp(List<TriedCase> cases) {
        for (TriedCase one : cases) {
            engine.getManagementService().deleteJob(one.things().get("job"));
            for (String incidents : List.of("act_ru_incident", "act_hi_incident")) {
                // with those that tell it to the process around
                database.sql("delete from " + incidents + " where root_cause_incident_id_ = ?")
                        .param(one.things().get("incident"))
                        .update();
            }
            database.sql("delete from act_hi_comment where id_ = ?")
                    .param(one.things().get("commentId"))
                    .update();
            database.sql("delete from act_hi_attachment where id_ = ?")
                    .param(one.things().get("attachmentId"))
                    .update();
        }
        var identity = engine.getIdentityService();
        identity.deleteUser(MADE);
        identity.deleteUser(SPARE);
        identity.deleteGroup(SPARE);
        identity.deleteTenant(SPARE);
    }

    /** A job that failed, an incident, a comment and an attachment among them. */
    Map<String, String> ofCase(String instance, String task) {
        Map<String, String> things = new HashMap<>();
        things.put("task", task);
        things.put("process-instance", instance);
        things.put("execution", instance);
        things.put("history/process-instance", instance);
        things.put(
                "history/activity-instance",
                engine.getHistoryService()
                        .createHistoricActivityInstanceQuery()
                        .processInstanceId(instance)
                        .unfinished()
                        .list()
                        .get(0)
                        .getId());
        String variable = engine.getRuntimeService()
                .createVariableInstanceQuery()
                .processInstanceIdIn(instance)
                .variableName("caseNumber")
                .singleResult()
                .getId();
        things.put("variable-instance", variable);
        things.put("history/variable-instance", variable);
        things.put("history/detail", variable);
        String job = failedJob(instance);
        things.put("job", job);
        things.put(
                "history/job-log",
                engine.getHistoryService()
                        .createHistoricJobLogQuery()
                        .jobId(job)
                        .singleResult()
                        .getId());
        things.put(
                "incident",
                engine.getRuntimeService()
                        .createIncident("table", instance, "table")
                        .getId());
        things.put(
                "commentId",
                inserted(
                        "act_hi_comment",
                        "time_, type_, action_, message_",
                        "now(), 'comment', 'AddComment', 'x'",
                        instance,
                        task));
        things.put(
                "attachmentId",
                inserted("act_hi_attachment", "rev_, name_, type_", "1, 'x', 'text/plain'", instance, task));
        return things;
    }

    /** As if a step of the program had failed in this instance; it is never tried again. */
    private String failedJob(String instance) {
        return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute(context -> {
                    TimerEntity job = new TimerEntity();
                    ExecutionEntity execution = context.getExecutionManager().findExecutionById(instance);
                    job.setExecution(execution);
                    job.setProcessDefinitionId(execution.getProcessDefinitionId());
                    job.setProcessDefinitionKey(execution.getProcessDefinition().getKey());
                    job.setJobHandlerType(TimerCatchIntermediateEventJobHandler.TYPE);
                    job.setJobHandlerConfigurationRaw("table");
                    job.setDuedate(Date.from(Instant.parse("2045-01-01T00:00:00Z")));
                    context.getJobManager().schedule(job);
                    context.getHistoricJobLogManager().fireJobFailedEvent(job, new IllegalStateException("table"));
                    return job.getId();
                });
    }

    private String inserted(String table, String columns, String values, String instance, String task) {
        String id = UUID.randomUUID().toString();
        database.sql("insert into " + table + " (id_, proc_inst_id_, task_id_, " + columns + ") values (?, ?, ?, "
                        + values + ")")
                .params(id, instance, task)
                .update();
        return id;
    }

    /** True if the door is about something of a case. */
    static boolean isOfCase(String resource, TriedCase one) {
        return one.things().containsKey(start(resource)) && resource.contains("/{");
    }

    /** {@code history/job-log} of {@code history/job-log/{id}/stacktrace}. */
    private static String start(String resource) {
        int variable = resource.indexOf("/{");
        return variable < 0 ? resource : resource.substring(0, variable);
    }

    /** The address with what is really there. */
    String filled(String resource, TriedCase one) {
        String start = start(resource);
        return VARIABLE.matcher(resource)
                .replaceAll(variable -> Matcher.quoteReplacement(value(start, variable.group(1), one)));
    }

    private String value(String start, String variable, TriedCase one) {
        return switch (variable) {
            case "id" -> id(start, one);
            case "key" -> start.startsWith("process-definition") ? "selfRelianceSupport" : "welfareNeed";
            case "engine", "engineName", "processEngineName" -> "default";
            case "varId" -> "caseNumber";
            case "userId", "groupId" -> SPARE;
            case "resourceId" -> ofNoCase.get(variable);
            case "messageName" -> "emergencyNeeded";
            case "commentId", "attachmentId" -> one.things().get(variable);
            case "name" -> "activity-instance-start";
            case "appName" -> "tasklist";
            case "file" -> "app/plugin.js";
            default -> NO_ID;
        };
    }

    private String id(String start, TriedCase one) {
        return switch (start) {
            case "user", "group", "tenant" -> SPARE;
            default -> one.things().getOrDefault(start, ofNoCase.getOrDefault(start, NO_ID));
        };
    }
}
