package jp.tsunagu.engine;

import java.util.Date;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.db.entitymanager.DbEntityManager;
import org.camunda.bpm.engine.impl.history.event.HistoricActivityInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricScopeInstanceEvent;
import org.camunda.bpm.engine.impl.history.event.HistoricTaskInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.handler.DbHistoryEventHandler;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/**
 * Writes how long a step took without reading back when it began: a step that ends by its task began with the task, which
 * the engine has in its hands.
 */
class StepHistory extends DbHistoryEventHandler {

    @Override
    protected void insertOrUpdate(HistoryEvent event) {
        DbEntityManager database = getDbEntityManager();
        if (event instanceof HistoricScopeInstanceEvent step
                && !isInitialEvent(event)
                && database.getCachedEntity(event.getClass(), event.getId()) == null) {
            Optional<Date> began = taskOf(event, database).map(TaskEntity::getCreateTime);
            if (began.isPresent()) {
                step.setStartTime(began.get());
                database.merge(event);
                return;
            }
        }
        super.insertOrUpdate(event);
    }

    private static Optional<TaskEntity> taskOf(HistoryEvent event, DbEntityManager database) {
        Stream<TaskEntity> known = database.getDbEntityCache().getEntitiesByType(TaskEntity.class).stream();
        if (event instanceof HistoricTaskInstanceEventEntity ofTask) {
            return known.filter(task -> task.getId().equals(ofTask.getTaskId())).findFirst();
        }
        if (event instanceof HistoricActivityInstanceEventEntity ofStep) {
            return known.filter(task -> Objects.equals(task.getExecutionId(), ofStep.getExecutionId())
                            && task.getTaskDefinitionKey().equals(ofStep.getActivityId()))
                    .findFirst();
        }
        return Optional.empty();
    }
}
