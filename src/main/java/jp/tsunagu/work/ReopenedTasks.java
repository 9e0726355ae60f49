package jp.tsunagu.work;

import com.fasterxml.jackson.databind.JsonNode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A task that is open again because its step was taken back (訂正): its dates go on as if it had never been closed. */
@Component
public class ReopenedTasks {

    private final JdbcClient database;

    ReopenedTasks(JdbcClient database) {
        this.database = database;
    }

    /**
     * Gives a task the dates it had.
     *
     * @param deadline its row of {@code task_deadline} in the moment before the step; null if it had none
     */
    public void restore(String taskId, JsonNode deadline) {
        if (deadline.isObject()) {
            database.sql("""
                            update task_deadline d set reckoned_on = f.reckoned_on, warning_at = f.warning_at,
                              target_at = f.target_at, escalation_at = f.escalation_at, next_at = f.next_at, paused_on = f.paused_on
                            from jsonb_populate_record(null::task_deadline, cast(? as jsonb)) f where d.task_id = ?
                            """).params(deadline.toString(), taskId).update();
        }
    }
}
