package jp.tsunagu.work;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import jp.tsunagu.engine.NodeTurn;
import jp.tsunagu.engine.TaskMarks;
import jp.tsunagu.engine.TaskMarks.Mark;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The sweep over open tasks: warns, says what is overdue, and brings what stands still before the next person up (要領 第9条
 * 第5号). Statements over what has fallen due, however many tasks are open. One node at a time; running it twice changes
 * nothing.
 */
@Component
public class DeadlineWatch {

    /** An arbitrary number that all nodes agree on. */
    private static final long LOCK = 7_106_027L;

    /** So many at once: the cases are locked until the transaction ends, and nobody should wait for that. */
    private static final int MOST = 500;

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final PausedDeadlines paused;
    private final TaskMarks marks;
    private final Clock clock;

    DeadlineWatch(
            JdbcClient database,
            TransactionTemplate transaction,
            PausedDeadlines paused,
            TaskMarks marks,
            Clock clock) {
        this.database = database;
        this.transaction = transaction;
        this.paused = paused;
        this.marks = marks;
        this.clock = clock;
    }

    /**
     * Sweeps until nothing is left that has fallen due.
     *
     * @return how many alerts were raised; 0 also while another node sweeps
     */
    public int sweep() {
        int raised = 0;
        int batch;
        do {
            batch = transaction.execute(
                    status -> NodeTurn.isMine(database, LOCK) ? batch(OffsetDateTime.now(clock)) : 0);
            raised += batch;
        } while (batch == MOST);
        return raised;
    }

    private int batch(OffsetDateTime now) {
        paused.sweep();
        int raised = raise(now);
        settle(now);
        marks.raise(unmarked());
        return raised;
    }

    /**
     * The cases are locked as the form door locks them: what somebody is sending at this moment is left for the next sweep.
     * What has fallen due while nobody swept is raised once, at its highest level.
     */
    private int raise(OffsetDateTime now) {
        return database.sql("""
                        with due as (
                          select d.*, t.assignee_ as assignee,
                            case when d.escalation_at <= :now then 'escalated'
                                 when d.target_at <= :now then 'overdue' else 'warning' end as level
                          from task_deadline d
                          join act_ru_task t on t.id_ = d.task_id
                          join support_case c on c.case_number = d.case_number
                          where d.next_at <= :now and d.paused_on is null
                          order by d.next_at limit :most
                          for no key update of d, c skip locked
                        ), raised as (
                          insert into task_alert
                            (task_id, process_instance_id, case_number, step, level, raised_at, informed, raised_for)
                          select task_id, process_instance_id, case_number, step, level, :now, above,
                            coalesce(above, assignee, role)
                          from (select due.*, case level when 'escalated' then escalated_to
                                                         when 'overdue' then overdue_to end as above from due) told
                          on conflict (task_id, level) do nothing
                        )
                        update task_deadline d
                        set next_at = case due.level
                          when 'warning' then least(d.target_at, d.escalation_at)
                          when 'overdue' then d.escalation_at end
                        from due where d.task_id = due.task_id
                        """).param("now", now).param("most", MOST).update();
    }

    /** An alert is over with its task, or once a higher one has taken its place. */
    private void settle(OffsetDateTime now) {
        database.sql("""
                        update task_alert a set settled_at = :now where a.settled_at is null and (
                          not exists (select 1 from act_ru_task t where t.id_ = a.task_id)
                          or exists (select 1 from task_alert higher
                            where higher.task_id = a.task_id and higher.settled_at is null and higher.id > a.id))
                        """).param("now", now).update();
        database.sql("""
                        delete from task_deadline d where d.next_at <= :now
                          and not exists (select 1 from act_ru_task t where t.id_ = d.task_id)
                        """).param("now", now).update();
    }

    /** Also where somebody took the task in that very moment and wrote its old priority back. */
    private List<Mark> unmarked() {
        return database.sql("""
                        select a.task_id, a.level, a.informed
                        from task_alert a join act_ru_task t on t.id_ = a.task_id
                        where a.settled_at is null
                          and t.priority_ < case a.level when 'escalated' then :escalated when 'overdue' then :overdue
                            else :warning end
                        """)
                .param("escalated", AlertLevel.ESCALATED.priority())
                .param("overdue", AlertLevel.OVERDUE.priority())
                .param("warning", AlertLevel.WARNING.priority())
                .query((row, number) -> mark(row.getString(1), row.getString(2), row.getString(3)))
                .list();
    }

    private static Mark mark(String taskId, String level, String informed) {
        return new Mark(taskId, AlertLevel.of(level).priority(), NextUp.shownThrough(informed));
    }
}
