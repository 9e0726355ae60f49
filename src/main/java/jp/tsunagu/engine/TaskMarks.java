package jp.tsunagu.engine;

import java.sql.Array;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * What the watch over deadlines writes into open tasks: priority, who else sees them, due date. By statement for many
 * tasks at once, and without raising their revision: an act of a person on the same task must never fail because of it.
 */
@Component
public class TaskMarks {

    private final JdbcTemplate database;

    TaskMarks(JdbcTemplate database) {
        this.database = database;
    }

    /**
     * A task that stands still.
     *
     * @param priority its priority at least
     * @param informed the group whose members see it from now on without being able to take it; null for none
     */
    public record Mark(String taskId, int priority, String informed) {}

    /**
     * A task with a new due date.
     */
    public record Due(String taskId, OffsetDateTime at) {}

    /** Raises and shows these tasks, as far as they still are open. Twice is as once. */
    public void raise(Collection<Mark> marks) {
        List<Mark> all = List.copyOf(marks);
        if (all.isEmpty()) {
            return;
        }
        Object[] ids = all.stream().map(Mark::taskId).toArray();
        update("""
                update act_ru_task t set priority_ = m.priority
                from unnest(?::text[], ?::int[]) as m(id, priority)
                where t.id_ = m.id and t.priority_ < m.priority
                """, ids, all.stream().map(Mark::priority).toArray());
        update("""
                insert into act_ru_identitylink (id_, rev_, group_id_, type_, task_id_)
                select gen_random_uuid()::text, 1, m.informed, 'candidate', t.id_
                from unnest(?::text[], ?::text[]) as m(id, informed) join act_ru_task t on t.id_ = m.id
                where m.informed is not null and not exists (
                    select 1 from act_ru_identitylink l where l.task_id_ = t.id_ and l.group_id_ = m.informed)
                """, ids, all.stream().map(Mark::informed).toArray());
    }

    /** Gives open tasks a new due date. The engine stores times in the zone of the JVM, which is that of the connection. */
    public void due(Collection<Due> dates) {
        List<Due> all = List.copyOf(dates);
        if (!all.isEmpty()) {
            update(
                    """
                    update act_ru_task t set due_date_ = m.at::timestamptz::timestamp
                    from unnest(?::text[], ?::text[]) as m(id, at) where t.id_ = m.id
                    """,
                    all.stream().map(Due::taskId).toArray(),
                    all.stream().map(due -> due.at().toString()).toArray());
        }
    }

    private void update(String sql, Object[] ids, Object[] values) {
        boolean numbers = values.length > 0 && values[0] instanceof Integer;
        database.execute((ConnectionCallback<Integer>) connection -> {
            Array first = connection.createArrayOf("text", ids);
            Array second = connection.createArrayOf(numbers ? "int4" : "text", values);
            try (var statement = connection.prepareStatement(sql)) {
                statement.setArray(1, first);
                statement.setArray(2, second);
                return statement.executeUpdate();
            }
        });
    }
}
