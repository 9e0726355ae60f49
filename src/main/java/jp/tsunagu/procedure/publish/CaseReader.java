package jp.tsunagu.procedure.publish;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import jp.tsunagu.engine.Names;
import jp.tsunagu.procedure.publish.CaseSnapshot.Awaited;
import jp.tsunagu.procedure.publish.CaseSnapshot.Instance;
import jp.tsunagu.procedure.publish.CaseSnapshot.Place;
import jp.tsunagu.procedure.publish.CaseSnapshot.Task;
import jp.tsunagu.procedure.publish.CaseSnapshot.Timer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what is under way in a case out of the engine's tables, within the transaction of whoever asks. */
@Component
class CaseReader {

    private static final String OF_CASE = """
            from act_ru_execution p join act_re_procdef d on d.id_ = p.proc_def_id_
            """;

    private static final String WHERE = " where p.business_key_ = ? and p.id_ = p.proc_inst_id_ ";

    private final JdbcClient database;

    CaseReader(JdbcClient database) {
        this.database = database;
    }

    /**
     * Keeps everybody else from acting on the case until the transaction ends.
     *
     * @return false if somebody is at it
     */
    boolean lock(String caseNumber) {
        return database.sql("select 1 from support_case where case_number = ? for no key update skip locked")
                .param(caseNumber)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    CaseSnapshot read(String caseNumber) {
        return new CaseSnapshot(
                instances(caseNumber), places(caseNumber), tasks(caseNumber), timers(caseNumber), awaited(caseNumber));
    }

    private List<Instance> instances(String caseNumber) {
        return database.sql("select p.id_, d.key_, d.id_, s.proc_inst_id_, v.long_ " + OF_CASE
                        + "left join act_ru_execution s on s.id_ = p.super_exec_ "
                        + "left join act_ru_variable v on v.execution_id_ = p.id_ and v.name_ = '" + Names.PROCEDURE_SET
                        + "'" + WHERE + "order by p.super_exec_ nulls first, p.id_")
                .param(caseNumber)
                .query((row, number) -> new Instance(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getObject(5) == null ? null : row.getInt(5)))
                .list();
    }

    /** An execution without one below it. */
    private List<Place> places(String caseNumber) {
        return database.sql(
                        "select p.id_, e.act_id_ " + OF_CASE + "join act_ru_execution e on e.proc_inst_id_ = p.id_"
                                + WHERE
                                + "and e.act_id_ is not null and not e.is_event_scope_ "
                                + "and not exists (select 1 from act_ru_execution below where below.parent_id_ = e.id_) order by 1, 2")
                .param(caseNumber)
                .query((row, number) -> new Place(row.getString(1), row.getString(2)))
                .list();
    }

    private List<Task> tasks(String caseNumber) {
        return database.sql(
                        "select t.id_, p.id_, t.task_def_key_, t.assignee_, t.owner_, t.due_date_, t.follow_up_date_, t.priority_, "
                                + "(select string_agg(coalesce(l.group_id_, l.user_id_), ',' order by 1) "
                                + "from act_ru_identitylink l where l.task_id_ = t.id_ and l.type_ = 'candidate') "
                                + OF_CASE + "join act_ru_task t on t.proc_inst_id_ = p.id_" + WHERE + "order by 1")
                .param(caseNumber)
                .query((row, number) -> new Task(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        time(row, 6),
                        time(row, 7),
                        row.getInt(8),
                        row.getString(9)))
                .list();
    }

    private List<Timer> timers(String caseNumber) {
        return database.sql("select j.id_, p.id_, jd.act_id_, j.handler_type_, j.duedate_, j.retries_ " + OF_CASE
                        + "join act_ru_job j on j.process_instance_id_ = p.id_ "
                        + "left join act_ru_jobdef jd on jd.id_ = j.job_def_id_" + WHERE + "order by 2, 3, 1")
                .param(caseNumber)
                .query((row, number) -> new Timer(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        time(row, 5),
                        row.getInt(6)))
                .list();
    }

    private List<Awaited> awaited(String caseNumber) {
        return database.sql("select p.id_, s.activity_id_, s.event_type_, s.event_name_ " + OF_CASE
                        + "join act_ru_event_subscr s on s.proc_inst_id_ = p.id_" + WHERE + "order by 1, 2, 3, 4")
                .param(caseNumber)
                .query((row, number) ->
                        new Awaited(row.getString(1), row.getString(2), row.getString(3), row.getString(4)))
                .list();
    }

    /** The engine writes times without a zone, in that of the session. */
    private static OffsetDateTime time(ResultSet row, int column) throws SQLException {
        java.sql.Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant().atOffset(java.time.ZoneOffset.UTC);
    }
}
