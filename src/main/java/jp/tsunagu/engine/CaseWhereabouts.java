package jp.tsunagu.engine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Where a case stands in its processes: three statements, however many there are of them. The engine stores times without a
 * zone, in that of the JVM, which is the zone of its connections.
 */
@Component
public class CaseWhereabouts {

    private static final String INSTANCES = """
            select instance.id_, instance.proc_def_id_, definition.key_, definition.name_,
              instance.start_time_::timestamptz, instance.end_time_::timestamptz
            from act_hi_procinst instance join act_re_procdef definition on definition.id_ = instance.proc_def_id_
            where instance.business_key_ = ?
            order by instance.end_time_ is not null, definition.key_ <> 'selfRelianceSupport', instance.start_time_,
              instance.id_""";

    private static final String TASKS = """
            select task.id_, task.proc_inst_id_, task.task_def_key_, task.name_, task.assignee_,
              task.due_date_::timestamptz,
              (select string_agg(link.group_id_, ',' order by link.group_id_) from act_ru_identitylink link
               where link.task_id_ = task.id_ and link.type_ = 'candidate')
            from act_ru_execution process join act_ru_task task on task.proc_inst_id_ = process.id_
            where process.business_key_ = ?
            order by task.due_date_, task.create_time_, task.id_""";

    private static final String STANDING = """
            select step.proc_inst_id_, step.act_id_, step.act_name_, step.act_type_, min(job.duedate_)::timestamptz
            from act_ru_execution process
            join act_hi_actinst step on step.proc_inst_id_ = process.id_ and step.end_time_ is null
            left join act_ru_job job on job.execution_id_ = step.execution_id_ and job.process_instance_id_ = process.id_
            where process.business_key_ = ?
            group by step.proc_inst_id_, step.act_id_, step.act_name_, step.act_type_
            order by 1, 2""";

    private final JdbcClient database;

    CaseWhereabouts(JdbcClient database) {
        this.database = database;
    }

    /**
     * One process of a case, under way or ended.
     *
     * @param endedAt null while it is under way
     */
    public record Process(
            String id, String definitionId, String key, String name, Instant startedAt, Instant endedAt) {}

    /**
     * An open task.
     *
     * @param assignee null as long as nobody has taken it
     * @param groups whose task it is then
     */
    public record OpenTask(
            String id,
            String processInstanceId,
            String step,
            String name,
            String assignee,
            Instant due,
            List<String> groups) {}

    /**
     * An element of a diagram at which a process stands.
     *
     * @param type as in the diagram: {@code userTask}, {@code callActivity}, {@code intermediateMessageCatch} …
     * @param until when a timer ends the wait; null if none does
     */
    public record Standing(String processInstanceId, String element, String name, String type, Instant until) {}

    /** Those under way first, the procedure itself before what runs beside it; then those that have ended. */
    public List<Process> processes(String caseNumber) {
        return database.sql(INSTANCES)
                .param(caseNumber)
                .query((row, number) -> new Process(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        instant(row, 5),
                        instant(row, 6)))
                .list();
    }

    /** The open tasks over all processes, the earliest due date first. */
    public List<OpenTask> openTasks(String caseNumber) {
        return database.sql(TASKS)
                .param(caseNumber)
                .query((row, number) -> new OpenTask(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        instant(row, 6),
                        row.getString(7) == null
                                ? List.of()
                                : Arrays.asList(row.getString(7).split(","))))
                .list();
    }

    /** The elements at which the running processes stand. */
    public List<Standing> standing(String caseNumber) {
        return database.sql(STANDING)
                .param(caseNumber)
                .query((row, number) -> new Standing(
                        row.getString(1), row.getString(2), row.getString(3), row.getString(4), instant(row, 5)))
                .list();
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
