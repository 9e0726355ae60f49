package jp.tsunagu.engine;

import java.util.ArrayList;
import java.util.List;
import jp.tsunagu.engine.ProcessState.OpenTask;
import jp.tsunagu.engine.ProcessState.Timer;
import jp.tsunagu.engine.StepBack.Reopened;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gives tasks and timers that are there again (訂正) the dates and the person they had: no calculation would give them. */
@Component
class FormerTasks {

    private final ProcessEngine engine;
    private final InternalActs acts;
    private final TaskGate gate;
    private final JdbcClient database;

    FormerTasks(@Lazy ProcessEngine engine, InternalActs acts, @Lazy TaskGate gate, JdbcClient database) {
        this.engine = engine;
        this.acts = acts;
        this.gate = gate;
        this.database = database;
    }

    /**
     * Restores what is there now and was not a moment ago.
     *
     * @param then the state that was gone back to
     * @param before the state before going back
     * @param now the state after it
     */
    List<Reopened> restore(ProcessState then, ProcessState before, ProcessState now) {
        List<Reopened> reopened = new ArrayList<>();
        now.tasks().stream()
                .filter(task -> before.task(task.id()).isEmpty())
                .forEach(task -> then.tasks().stream()
                        .filter(former -> former.at().equals(task.at())
                                && before.task(former.id()).isEmpty())
                        .findFirst()
                        .ifPresent(former -> reopened.add(restore(task, former))));
        now.timers().stream()
                .filter(timer ->
                        before.timers().stream().noneMatch(other -> other.id().equals(timer.id())))
                .forEach(timer -> then.timers().stream()
                        .filter(former -> former.at().equals(timer.at()))
                        .findFirst()
                        .ifPresent(former -> restore(timer, former)));
        return reopened;
    }

    private Reopened restore(OpenTask task, OpenTask former) {
        acts.perform("訂正 期限", () -> {
            Task open =
                    engine.getTaskService().createTaskQuery().taskId(task.id()).singleResult();
            open.setDueDate(former.due());
            open.setFollowUpDate(former.followUp());
            engine.getTaskService().saveTask(open);
            if (former.assignee() != null
                    && gate.refuseAssignee(former.assignee(), TaskFactsReader.read((TaskEntity) open))
                            .isEmpty()) {
                engine.getTaskService().setAssignee(task.id(), former.assignee());
            }
            return null;
        });
        return new Reopened(task.id(), task.at(), former.assignee(), former.deadline());
    }

    private void restore(Timer timer, Timer former) {
        database.sql("update act_ru_job set duedate_ = cast(? as timestamptz)::timestamp where id_ = ?")
                .params(former.due().toString(), timer.id())
                .update();
    }
}
