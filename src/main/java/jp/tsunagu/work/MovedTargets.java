package jp.tsunagu.work;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import jp.tsunagu.calendar.WorkingDays;
import jp.tsunagu.engine.TaskMarks;
import jp.tsunagu.engine.TaskMarks.Due;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The day from which an open step is reckoned has moved: its dates are as many working days after it as they were. */
@Component
public class MovedTargets {

    private final JdbcClient database;
    private final WorkingDays workingDays;
    private final TaskMarks marks;

    MovedTargets(JdbcClient database, WorkingDays workingDays, TaskMarks marks) {
        this.database = database;
        this.workingDays = workingDays;
        this.marks = marks;
    }

    private record Dates(String task, OffsetDateTime warning, OffsetDateTime target, OffsetDateTime escalation) {

        static Dates read(ResultSet row, int number) throws SQLException {
            return new Dates(
                    row.getString("task_id"),
                    row.getObject("warning_at", OffsetDateTime.class),
                    row.getObject("target_at", OffsetDateTime.class),
                    row.getObject("escalation_at", OffsetDateTime.class));
        }
    }

    /** Moves the dates of a step of a case with the day they are counted from. */
    public void move(String caseNumber, String step, LocalDate from, LocalDate to) {
        List<Due> moved = database
                .sql("select * from task_deadline where case_number = ? and step = ? and not legal")
                .params(caseNumber, step)
                .query(Dates::read)
                .list()
                .stream()
                .map(dates -> move(dates, from, to))
                .toList();
        marks.due(moved);
    }

    private Due move(Dates dates, LocalDate from, LocalDate to) {
        OffsetDateTime warning = later(dates.warning(), from, to);
        OffsetDateTime target = later(dates.target(), from, to);
        OffsetDateTime escalation = later(dates.escalation(), from, to);
        OffsetDateTime next = Stream.of(warning, target, escalation)
                .filter(Objects::nonNull)
                .min(OffsetDateTime::compareTo)
                .orElse(null);
        database.sql("""
                        update task_deadline set warning_at = :warning, target_at = :target, escalation_at = :escalation,
                          reckoned_on = :day, next_at = :next where task_id = :task
                        """)
                .param("warning", warning, Types.TIMESTAMP_WITH_TIMEZONE)
                .param("target", target, Types.TIMESTAMP_WITH_TIMEZONE)
                .param("escalation", escalation, Types.TIMESTAMP_WITH_TIMEZONE)
                .param("day", day(target))
                .param("next", next, Types.TIMESTAMP_WITH_TIMEZONE)
                .param("task", dates.task())
                .update();
        return new Due(dates.task(), target);
    }

    private OffsetDateTime later(OffsetDateTime time, LocalDate from, LocalDate to) {
        if (time == null) {
            return null;
        }
        int days = workingDays.workingDaysBetween(from, day(time));
        LocalDate moved = days == 0 ? workingDays.nextOpenDay(to) : workingDays.addWorkingDays(to, days);
        ZonedDateTime local = time.atZoneSameInstant(WorkingDays.TOKYO);
        return local.with(moved).toOffsetDateTime();
    }

    private static LocalDate day(OffsetDateTime time) {
        return time.atZoneSameInstant(WorkingDays.TOKYO).toLocalDate();
    }
}
