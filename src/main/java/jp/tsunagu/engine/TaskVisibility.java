package jp.tsunagu.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.AbstractVariableQueryImpl;
import org.camunda.bpm.engine.impl.ProcessInstanceQueryImpl;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;

/**
 * Which tasks a person's lists and counts contain: their own, those their groups may pick up, and for the chief those the
 * centre has. One condition in the query instead of authorization rows per task.
 */
class TaskVisibility extends AuthorizationManager {

    /** No group has this id: a person in no group sees only what is assigned to them. */
    private static final String NO_GROUP = "-";

    private final Supplier<TaskGate> gate;

    TaskVisibility(Supplier<TaskGate> gate) {
        this.gate = gate;
    }

    @Override
    public void configureTaskQuery(TaskQueryImpl query) {
        Authentication person = getCurrentAuthentication();
        if (person == null || !getCommandContext().isAuthorizationCheckEnabled() || !isAuthorizationEnabled()) {
            return;
        }
        List<String> own = person.getGroupIds() == null ? List.of() : person.getGroupIds();
        Set<String> overseen = gate.get().overseenGroups(own);
        Set<String> groups = new TreeSet<>(own);
        groups.addAll(overseen);
        if (groups.isEmpty()) {
            groups.add(NO_GROUP);
        }
        var mine = query.or().taskAssignee(person.getUserId()).taskCandidateGroupIn(new ArrayList<>(groups));
        if (!overseen.isEmpty()) {
            mine.includeAssignedTasks();
        }
        mine.endOr();
    }

    /**
     * Who looks after instances whose job failed sees where they stand, not what was answered in them: asking for a value tells
     * as much as being told it.
     */
    @Override
    @SuppressWarnings("rawtypes")
    public void configureExecutionQuery(AbstractQuery query) {
        boolean asksForValue = query instanceof AbstractVariableQueryImpl<?, ?> instances
                && !instances.getQueryVariableValues().isEmpty();
        boolean ofPart = query instanceof ProcessInstanceQueryImpl instances
                && instances.getQueries().stream()
                        .anyMatch(part -> !part.getQueryVariableValues().isEmpty());
        if (getCurrentAuthentication() != null
                && getCommandContext().isAuthorizationCheckEnabled()
                && (asksForValue || ofPart)) {
            throw notByValue();
        }
        super.configureExecutionQuery(query);
    }

    static AuthorizationException notByValue() {
        return new AuthorizationException("進行中の手続を、変数の値では探せません。");
    }

    /** Rows of a task were never written ({@link NoTaskRows}): there is nothing to delete with it. */
    @Override
    public void deleteAuthorizationsByResourceId(Resource resource, String resourceId) {
        if (resource.resourceType() != Resources.TASK.resourceType()) {
            super.deleteAuthorizationsByResourceId(resource, resourceId);
        }
    }
}
