package jp.tsunagu.work;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.UnaryOperator;
import jp.tsunagu.calendar.WorkingDays;
import jp.tsunagu.engine.TaskMarks;
import jp.tsunagu.engine.TaskMarks.Due;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * While a case waits for the person nobody is warned for what the person holds up; a limit set by law runs on, and so do the
 * handover, emergency support and the ward's decision, which need nobody's answer. When the person is back, what was still
 * ahead is as far ahead as it was.
 */
@Component
class PausedDeadlines {

    private final JdbcClient database;
    private final WorkingDays workingDays;
    private final TaskMarks marks;

    PausedDeadlines(JdbcClient database, WorkingDays workingDays, TaskMarks marks) {
        this.database = database;
        this.workingDays = workingDays;
        this.marks = marks;
    }

    /**
     * A task whose case no longer waits.
     *
     * @param due what the engine shows: already moved where the way back moves it
     */
    private record Resumed(
            String taskId,
            LocalDate since,
            OffsetDateTime warning,
            OffsetDateTime target,
            OffsetDateTime escalation,
            OffsetDateTime due) {

        static Resumed read(ResultSet row, int number) throws SQLException {
            return new Resumed(
                    row.getString("task_id"),
                    row.getObject("paused_on", LocalDate.class),
                    row.getObject("warning_at", OffsetDateTime.class),
                    row.getObject("target_at", OffsetDateTime.class),
                    row.getObject("escalation_at", OffsetDateTime.class),
                    row.getObject("due", OffsetDateTime.class));
        }
    }

    void sweep() {
        database.sql("""
                        update task_deadline d set paused_on = greatest(coalesce(c.waiting_since, ?),
                          (t.create_time_::timestamptz at time zone 'Asia/Tokyo')::date)
                        from support_case c, act_ru_task t, act_re_procdef p
                        where c.case_number = d.case_number and c.status in ('WAITING', 'SUSPENDED')
                          and d.paused_on is null and not d.legal
                          and t.id_ = d.task_id and p.id_ = t.proc_def_id_
                          and p.key_ in ('selfRelianceSupport', 'employmentSupport')
                        """).params(workingDays.today()).update();
        List<Due> dates = database.sql("""
                        select d.*, t.due_date_::timestamptz as due
                        from task_deadline d
                        join support_case c on c.case_number = d.case_number
                        join act_ru_task t on t.id_ = d.task_id
                        where d.paused_on is not null and c.status not in ('WAITING', 'SUSPENDED')
                        """).query(Resumed::read).list().stream()
                .map(this::resume)
                .toList();
        marks.due(dates);
    }

    private Due resume(Resumed task) {
        boolean moved = task.due() != null && !task.due().isEqual(task.target());
        UnaryOperator<OffsetDateTime> later = moved ? asFarAs(task) : byWorkingDays(task.since());
        OffsetDateTime warning = later(task.warning(), task.since(), later);
        OffsetDateTime target = moved ? task.due() : later(task.target(), task.since(), later);
        OffsetDateTime escalation = later(task.escalation(), task.since(), later);
        database.sql("""
                        update task_deadline d set paused_on = null, warning_at = :warning, target_at = :target,
                          escalation_at = :escalation,
                          next_at = case when d.next_at = d.warning_at then :warning
                            when d.next_at = d.target_at then :target when d.next_at = d.escalation_at then :escalation end
                        where task_id = :task
                        """)
                .param("warning", warning, Types.TIMESTAMP_WITH_TIMEZONE)
                .param("target", target, Types.TIMESTAMP_WITH_TIMEZONE)
                .param("escalation", escalation, Types.TIMESTAMP_WITH_TIMEZONE)
                .param("task", task.taskId())
                .update();
        return new Due(task.taskId(), target);
    }

    /** What had passed before the case waited has passed. */
    private static OffsetDateTime later(OffsetDateTime time, LocalDate since, UnaryOperator<OffsetDateTime> later) {
        return time == null || day(time).isBefore(since) ? time : later.apply(time);
    }

    /** Whoever brought the case back moved the due date: the other dates go with it. */
    private UnaryOperator<OffsetDateTime> asFarAs(Resumed task) {
        long days = ChronoUnit.DAYS.between(day(task.target()), day(task.due()));
        return time -> on(workingDays.nextOpenDay(day(time).plusDays(days)), time);
    }

    private UnaryOperator<OffsetDateTime> byWorkingDays(LocalDate since) {
        int days = workingDays.workingDaysBetween(since, workingDays.today());
        return time -> days == 0 ? time : on(workingDays.addWorkingDays(day(time), days), time);
    }

    private static OffsetDateTime on(LocalDate day, OffsetDateTime time) {
        return time.atZoneSameInstant(WorkingDays.TOKYO).with(day).toOffsetDateTime();
    }

    private static LocalDate day(OffsetDateTime time) {
        return time.atZoneSameInstant(WorkingDays.TOKYO).toLocalDate();
    }
}
