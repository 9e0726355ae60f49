package jp.tsunagu.work;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import jp.tsunagu.calendar.WorkingDays;
import jp.tsunagu.engine.TaskMarks;
import jp.tsunagu.engine.TaskMarks.Due;
import jp.tsunagu.engine.Timers;
import jp.tsunagu.municipality.CalendarChanged;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A day that is closed after dates were set on it: tasks and timers go to the next open day, what a law sets to the open day
 * before, never later. What counts by the clock stays (要領 第9条第5号).
 */
@Component
class ClosedDays {

    private final WorkingDays workingDays;
    private final TaskMarks marks;
    private final Timers timers;
    private final JdbcClient database;
    private final Clock clock;

    ClosedDays(WorkingDays workingDays, TaskMarks marks, Timers timers, JdbcClient database, Clock clock) {
        this.workingDays = workingDays;
        this.marks = marks;
        this.timers = timers;
        this.database = database;
        this.clock = clock;
    }

    /** In the transaction of whoever changed the calendar. */
    @EventListener
    void changed(CalendarChanged change) {
        clear(change.day());
    }

    /** All days ahead: the calendar may have been changed by other means. */
    @Transactional
    void repair() {
        database.sql("""
                        select distinct (at at time zone 'Asia/Tokyo')::date from task_deadline d
                        cross join lateral (values (d.warning_at), (d.target_at), (d.escalation_at)) as dates(at)
                        where at > ? and not d.by_clock
                        """)
                .params(OffsetDateTime.now(clock))
                .query(LocalDate.class)
                .list()
                .forEach(this::clear);
        timers.daysAhead().forEach(this::clear);
    }

    private void clear(LocalDate day) {
        if (day.isBefore(workingDays.today()) || workingDays.isOpen(day)) {
            return;
        }
        LocalDate later = workingDays.nextOpenDay(day);
        LocalDate earlier = workingDays.previousOpenDay(day);
        move(day, later, false);
        if (!earlier.isBefore(workingDays.today())) {
            move(day, earlier, true);
        }
        timers.move(day, (int) ChronoUnit.DAYS.between(day, later));
    }

    private void move(LocalDate from, LocalDate to, boolean legal) {
        List<Due> moved = database.sql("""
                        update task_deadline d set
                          warning_at = case when warning_at >= :from and warning_at < :until
                            then warning_at + :by * interval '1 day' else warning_at end,
                          target_at = case when target_at >= :from and target_at < :until
                            then target_at + :by * interval '1 day' else target_at end,
                          escalation_at = case when escalation_at >= :from and escalation_at < :until
                            then escalation_at + :by * interval '1 day' else escalation_at end,
                          next_at = case when next_at >= :from and next_at < :until
                            then next_at + :by * interval '1 day' else next_at end
                        where legal = :legal and not by_clock and (
                          warning_at >= :from and warning_at < :until or target_at >= :from and target_at < :until
                          or escalation_at >= :from and escalation_at < :until)
                        returning task_id, target_at
                        """)
                .param("from", start(from))
                .param("until", start(from.plusDays(1)))
                .param("by", ChronoUnit.DAYS.between(from, to))
                .param("legal", legal)
                .query((row, number) -> new Due(row.getString(1), row.getObject(2, OffsetDateTime.class)))
                .list();
        marks.due(moved);
    }

    private static OffsetDateTime start(LocalDate day) {
        return ZonedDateTime.of(day.atStartOfDay(), WorkingDays.TOKYO).toOffsetDateTime();
    }
}
