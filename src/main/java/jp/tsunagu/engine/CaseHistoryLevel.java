package jp.tsunagu.engine;

import java.util.EnumSet;
import java.util.Set;
import org.camunda.bpm.engine.impl.bpmn.helper.BpmnProperties;
import org.camunda.bpm.engine.impl.history.AbstractHistoryLevel;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;

/**
 * What the engine remembers of a case: when which step began and ended, and what failed. Not the values of variables, not
 * the inputs of decision tables (they would carry facts about the person), not form fields: those are in the case file. Not
 * the forks between steps, nor who took an open task: that stands in the task itself, and in its history when it ends.
 */
class CaseHistoryLevel extends AbstractHistoryLevel {

    /** Also written into ACT_GE_PROPERTY by the migration scripts; the engine refuses to start with another one. */
    static final int ID = 71;

    private static final Set<HistoryEventTypes> REMEMBERED = EnumSet.of(
            HistoryEventTypes.PROCESS_INSTANCE_START,
            HistoryEventTypes.PROCESS_INSTANCE_UPDATE,
            HistoryEventTypes.PROCESS_INSTANCE_MIGRATE,
            HistoryEventTypes.PROCESS_INSTANCE_END,
            HistoryEventTypes.ACTIVITY_INSTANCE_START,
            HistoryEventTypes.ACTIVITY_INSTANCE_UPDATE,
            HistoryEventTypes.ACTIVITY_INSTANCE_MIGRATE,
            HistoryEventTypes.ACTIVITY_INSTANCE_END,
            HistoryEventTypes.TASK_INSTANCE_CREATE,
            HistoryEventTypes.TASK_INSTANCE_MIGRATE,
            HistoryEventTypes.TASK_INSTANCE_COMPLETE,
            HistoryEventTypes.TASK_INSTANCE_DELETE,
            HistoryEventTypes.INCIDENT_CREATE,
            HistoryEventTypes.INCIDENT_MIGRATE,
            HistoryEventTypes.INCIDENT_DELETE,
            HistoryEventTypes.INCIDENT_RESOLVE,
            HistoryEventTypes.INCIDENT_UPDATE,
            HistoryEventTypes.JOB_FAIL);

    private static final Set<HistoryEventTypes> OF_ACTIVITIES = EnumSet.of(
            HistoryEventTypes.ACTIVITY_INSTANCE_START,
            HistoryEventTypes.ACTIVITY_INSTANCE_UPDATE,
            HistoryEventTypes.ACTIVITY_INSTANCE_MIGRATE,
            HistoryEventTypes.ACTIVITY_INSTANCE_END);

    @Override
    public int getId() {
        return ID;
    }

    @Override
    public String getName() {
        return "case";
    }

    @Override
    public boolean isHistoryEventProduced(HistoryEventType event, Object entity) {
        return REMEMBERED.contains(event) && !isPassedBy(event, entity);
    }

    /** Nobody ever waits at an exclusive gateway, and which way was taken the next step tells. */
    private static boolean isPassedBy(HistoryEventType event, Object entity) {
        return OF_ACTIVITIES.contains(event)
                && entity instanceof ExecutionEntity execution
                && execution.getActivity() != null
                && "exclusiveGateway".equals(execution.getActivity().getProperty(BpmnProperties.TYPE.getName()));
    }
}
