package jp.tsunagu.engine;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.task.TaskQuery;

/**
 * Refuses expressions inside the or-parts of a task query. The engine checks only the outer query and would evaluate the
 * inner ones: any logged-in person could run code on the server (CVE-2026-109432, which 7.24.0 keeps).
 */
class GuardedTaskService extends TaskServiceImpl {

    @Override
    public TaskQuery createTaskQuery() {
        TaskQueryImpl query = (TaskQueryImpl) super.createTaskQuery();
        query.addValidator(outer -> query.getQueries().forEach(GuardedTaskService::refuseExpressions));
        return query;
    }

    private static void refuseExpressions(AbstractQuery<?, ?> inner) {
        if (!inner.getExpressions().isEmpty()) {
            throw new BadUserRequestException("検索条件に式は使えません。");
        }
    }
}
