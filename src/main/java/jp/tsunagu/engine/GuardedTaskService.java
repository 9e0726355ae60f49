package jp.tsunagu.engine;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.QueryValidators.AdhocQueryValidator;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.task.TaskQuery;

/**
 * Says in plain words why somebody may not have a task, and refuses expressions inside the or-parts of a task query. The engine checks only the outer query and would evaluate the
 * inner ones: any logged-in person could run code on the server (CVE-2026-109432, which 7.24.0 keeps).
 */
class GuardedTaskService extends TaskServiceImpl {

    @Override
    public TaskQuery createTaskQuery() {
        TaskQueryImpl query = (TaskQueryImpl) super.createTaskQuery();
        // the engine's own looks at the outer query alone, and says so in English
        query.removeValidator(AdhocQueryValidator.get());
        query.addValidator(outer -> query.getQueries().forEach(GuardedTaskService::refuseExpressions));
        return query;
    }

    @Override
    public void claim(String taskId, String user) {
        plainly(() -> super.claim(taskId, user));
    }

    @Override
    public void setAssignee(String taskId, String user) {
        plainly(() -> super.setAssignee(taskId, user));
    }

    /** The engine wraps what its listeners throw; to the caller it would look like a fault of the server. */
    private static void plainly(Runnable change) {
        try {
            change.run();
        } catch (ProcessEngineException e) {
            if (e.getCause() instanceof RefusedException refused) {
                throw new BadUserRequestException(refused.getMessage(), e);
            }
            throw e;
        }
    }

    private static void refuseExpressions(AbstractQuery<?, ?> inner) {
        if (!inner.getExpressions().isEmpty()) {
            throw new BadUserRequestException("検索条件に式は使えません。");
        }
    }
}
