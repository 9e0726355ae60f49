package jp.tsunagu.work;

import java.util.HashMap;
import java.util.Map;
import jp.tsunagu.access.Roles;
import jp.tsunagu.engine.StartUpStep;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The lists that staff find at the left of Tasklist. What a list may contain is limited by the engine's guard, not by it. */
@Component
@Order(StartUpStep.FILTERS)
class TaskFilters implements StartUpStep {

    private final FilterService filters;
    private final TaskService tasks;
    private final AuthorizationService authorizations;

    TaskFilters(FilterService filters, TaskService tasks, AuthorizationService authorizations) {
        this.filters = filters;
        this.tasks = tasks;
        this.authorizations = authorizations;
    }

    @Override
    public void run() {
        ensure("自分のタスク", "私が担当しているタスク", -50, mine(), Authorization.ANY);
        ensure(
                "係のタスク",
                "私の係で、まだ担当者がいないタスク",
                -40,
                tasks.createTaskQuery()
                        .taskCandidateGroupInExpression("${currentUserGroups()}")
                        .taskUnassigned(),
                Authorization.ANY);
        ensure(
                "期限が近い",
                "3開庁日以内に期限がくるタスク",
                -30,
                tasks.createTaskQuery()
                        .dueBeforeExpression("${workingDays.after(4)}")
                        .dueAfterExpression("${now()}"),
                Authorization.ANY);
        ensure("期限超過", "期限を過ぎたタスク", -20, tasks.createTaskQuery().dueBeforeExpression("${now()}"), Authorization.ANY);
        ensure(
                "止まっているタスク",
                "期限を過ぎたタスク。上への報告の日を過ぎたものが先",
                -15,
                tasks.createTaskQuery()
                        .taskMinPriority(AlertLevel.OVERDUE.priority())
                        .orderByTaskPriority()
                        .desc(),
                Roles.CHIEF,
                Roles.WARD_SECTION_CHIEF);
        ensure("全件（主任）", "センターのすべてのタスク", -10, tasks.createTaskQuery(), Roles.CHIEF);
    }

    private TaskQuery mine() {
        return tasks.createTaskQuery().taskAssigneeExpression("${currentUser()}");
    }

    private void ensure(String name, String description, int priority, TaskQuery query, String... readers) {
        if (filters.createFilterQuery().filterName(name).count() > 0) {
            return;
        }
        Map<String, Object> properties = new HashMap<>();
        properties.put("description", description);
        properties.put("priority", priority);
        properties.put("color", "#0017c1");
        properties.put("refresh", false);
        properties.put("showUndefinedVariable", false);
        Filter filter = filters.newTaskFilter(name).setProperties(properties).setQuery(query);
        filters.saveFilter(filter);
        for (String reader : readers) {
            allowReading(filter.getId(), reader);
        }
    }

    private void allowReading(String filterId, String reader) {
        boolean everybody = reader.equals(Authorization.ANY);
        Authorization row = authorizations.createNewAuthorization(
                everybody ? Authorization.AUTH_TYPE_GLOBAL : Authorization.AUTH_TYPE_GRANT);
        if (everybody) {
            row.setUserId(Authorization.ANY);
        } else {
            row.setGroupId(reader);
        }
        row.setResource(Resources.FILTER);
        row.setResourceId(filterId);
        row.addPermission(Permissions.READ);
        authorizations.saveAuthorization(row);
    }
}
