package jp.tsunagu.work;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import jp.tsunagu.calendar.WorkingDays;
import jp.tsunagu.engine.TaskMarks;
import jp.tsunagu.engine.TaskMarks.Due;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * While a case waits for the person nobody is warned for what the person holds up; a limit set by law runs on (I-12). When
 * the person is back, what was still ahead is as many working days ahead as it was.
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

    /** A task whose case no longer waits. */
    private record Resumed(
            String taskId, LocalDate since, OffsetDateTime warning, OffsetDateTime target, OffsetDateTime escalation) {

        static Resumed read(ResultSet row, int number) throws SQLException {
            return new Resumed(
                    row.getString("task_id"),
                    row.getObject("paused_on", LocalDate.class),
                    row.getObject("warning_at", OffsetDateTime.class),
                    row.getObject("target_at", OffsetDateTime.class),
                    row.getObject("escalation_at", OffsetDateTime.class));
        }
    }

    void sweep() {
        database.sql("""
                        update task_deadline d set paused_on = ? from support_case c
                        where c.case_number = d.case_number and c.status in ('WAITING', 'SUSPENDED')
                          and d.paused_on is null and not d.legal
                        """).params(workingDays.today()).update();
        List<Resumed> back = database.sql("""
                        select d.* from task_deadline d
                        join support_case c on c.case_number = d.case_number
                        where d.paused_on is not null and c.status not in ('WAITING', 'SUSPENDED')
                        """).query(Resumed::read).list();
        List<Due> dates = new ArrayList<>();
        for (Resumed task : back) {
            dates.add(new Due(task.taskId(), resume(task)));
        }
        marks.due(dates);
    }

    private OffsetDateTime resume(Resumed task) {
        int days = workingDays.workingDaysBetween(task.since(), workingDays.today());
        OffsetDateTime warning = later(task.warning(), task.since(), days);
        OffsetDateTime target = later(task.target(), task.since(), days);
        OffsetDateTime escalation = later(task.escalation(), task.since(), days);
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
        return target;
    }

    /** What had passed before the case waited has passed. */
    private OffsetDateTime later(OffsetDateTime time, LocalDate since, int days) {
        if (time == null) {
            return null;
        }
        var local = time.atZoneSameInstant(WorkingDays.TOKYO);
        LocalDate day = local.toLocalDate();
        return days == 0 || day.isBefore(since)
                ? time
                : local.with(workingDays.addWorkingDays(day, days)).toOffsetDateTime();
    }
}
