package jp.tsunagu.walk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What lies open: tasks and timers, read from the database for many cases at once. */
final class Desks {

    private static final String TASKS = """
            select t.id_, e.business_key_, t.task_def_key_, t.assignee_,
                   (select string_agg(l.group_id_, ',') from act_ru_identitylink l
                    where l.task_id_ = t.id_ and l.group_id_ is not null) groups
            from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_
            """;

    private static final String TIMERS = """
            select j.id_, e.business_key_, d.act_id_, j.duedate_
            from act_ru_job j join act_ru_execution e on e.id_ = j.process_instance_id_
            join act_ru_jobdef d on d.id_ = j.job_def_id_ where j.retries_ > 0
            """;

    private final JdbcClient database;

    Desks(JdbcClient database) {
        this.database = database;
    }

    Map<String, List<OpenTask>> tasks() {
        return database.sql(TASKS + " order by t.create_time_, t.id_").query(Desks::task).list().stream()
                .collect(Collectors.groupingBy(OpenTask::caseNumber));
    }

    List<OpenTask> tasksOf(String caseNumber) {
        return database.sql(TASKS + " where e.business_key_ = ? order by t.create_time_, t.task_def_key_, t.id_")
                .param(caseNumber)
                .query(Desks::task)
                .list();
    }

    /** Timers that are due at a moment, the earliest first. */
    List<DueTimer> due(Instant at) {
        return database.sql(TIMERS + " and j.duedate_ <= ? order by j.duedate_, j.id_")
                .param(utc(at))
                .query(Desks::timer)
                .list();
    }

    List<DueTimer> timersOf(String caseNumber) {
        return database.sql(TIMERS + " and e.business_key_ = ? order by j.duedate_, j.id_")
                .param(caseNumber)
                .query(Desks::timer)
                .list();
    }

    /** True if no process of the case is under way any more. */
    boolean isOver(String caseNumber) {
        return database.sql("select count(*) from act_ru_execution where business_key_ = ?")
                        .param(caseNumber)
                        .query(Integer.class)
                        .single()
                == 0;
    }

    /** The engine writes its times without a zone; the tests run in UTC. */
    static Timestamp utc(Instant at) {
        return Timestamp.valueOf(at.atOffset(ZoneOffset.UTC).toLocalDateTime());
    }

    private static OpenTask task(ResultSet row, int number) throws SQLException {
        String groups = row.getString(5);
        return new OpenTask(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                groups == null ? List.of() : Arrays.asList(groups.split(",")));
    }

    private static DueTimer timer(ResultSet row, int number) throws SQLException {
        return new DueTimer(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getTimestamp(4).toLocalDateTime().toInstant(ZoneOffset.UTC));
    }
}
