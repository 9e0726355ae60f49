package jp.tsunagu.engine;

import java.util.Collection;
import java.util.List;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.jobexecutor.ProcessEventJobHandler;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobManager;
import org.camunda.bpm.engine.impl.persistence.entity.TaskManager;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceManager;
import org.camunda.bpm.engine.task.Task;

/**
 * What the engine asks the database at each step although the answer is always: none. {@link SideDoorInterceptor} lets
 * nobody make a task below a task, a variable of a task, or a message that is delivered by a job.
 */
final class NeverAsked {

    private NeverAsked() {}

    static List<SessionFactory> factories() {
        return List.of(
                new ManagerFactory(TaskManager.class, NoSubtasks::new),
                new ManagerFactory(VariableInstanceManager.class, NoVariablesOfTasks::new),
                new ManagerFactory(JobManager.class, NoMessagesAsJobs::new));
    }

    private static final class NoSubtasks extends TaskManager {

        @Override
        public List<Task> findTasksByParentTaskId(String task) {
            return List.of();
        }
    }

    private static final class NoVariablesOfTasks extends VariableInstanceManager {

        @Override
        public List<VariableInstanceEntity> findVariableInstancesByTaskIdAndVariableNames(
                String task, Collection<String> names) {
            return List.of();
        }
    }

    private static final class NoMessagesAsJobs extends JobManager {

        @Override
        public List<JobEntity> findJobsByConfiguration(String handler, String configuration, String tenant) {
            return handler.equals(ProcessEventJobHandler.TYPE)
                    ? List.of()
                    : super.findJobsByConfiguration(handler, configuration, tenant);
        }
    }
}
