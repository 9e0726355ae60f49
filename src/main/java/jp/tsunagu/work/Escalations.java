package jp.tsunagu.work;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import jp.tsunagu.engine.TaskMarks;
import jp.tsunagu.engine.TaskMarks.Mark;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Brings one task before the next person up by hand, before the day on which the sweep would do it ({@link DeadlineWatch}). */
@Component
public class Escalations {

    private final JdbcClient database;
    private final NextUp nextUp;
    private final TaskMarks marks;
    private final Clock clock;

    Escalations(JdbcClient database, NextUp nextUp, TaskMarks marks, Clock clock) {
        this.database = database;
        this.nextUp = nextUp;
        this.marks = marks;
        this.clock = clock;
    }

    private record Deadline(boolean legal, String above) {}

    /**
     * Raises the task's alert to the highest level.
     *
     * @param role whose work the task is
     * @return the role that was told; empty if it had been told before, or the task is over
     */
    @Transactional
    public Optional<String> raise(String taskId, String role) {
        Deadline deadline = database.sql("select legal, escalated_to from task_deadline where task_id = ? for update")
                .params(taskId)
                .query((row, number) -> new Deadline(row.getBoolean(1), row.getString(2)))
                .optional()
                .orElse(new Deadline(false, null));
        String above =
                deadline.above() == null ? nextUp.of(role, deadline.legal()).escalated() : deadline.above();
        int raised = database.sql("""
                        insert into task_alert
                          (task_id, process_instance_id, case_number, step, level, raised_at, informed, raised_for)
                        select t.id_, t.proc_inst_id_, e.business_key_, t.task_def_key_, 'escalated', :now, :above,
                          coalesce(:above, t.assignee_, :role)
                        from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_ where t.id_ = :task
                        on conflict (task_id, level) do nothing
                        """)
                .param("now", OffsetDateTime.now(clock))
                .param("above", above)
                .param("role", role)
                .param("task", taskId)
                .update();
        if (raised == 0) {
            return Optional.empty();
        }
        settleLower(taskId);
        marks.raise(List.of(new Mark(taskId, AlertLevel.ESCALATED.priority(), NextUp.shownThrough(above))));
        return Optional.of(above == null ? role : above);
    }

    private void settleLower(String taskId) {
        database.sql("""
                        update task_alert set settled_at = ? where task_id = ? and settled_at is null and level <> 'escalated'
                        """).params(OffsetDateTime.now(clock), taskId).update();
        database.sql("update task_deadline set next_at = null where task_id = ?")
                .params(taskId)
                .update();
    }
}
