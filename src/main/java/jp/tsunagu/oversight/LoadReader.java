package jp.tsunagu.oversight;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import jp.tsunagu.access.Roles;
import jp.tsunagu.calendar.WorkingDays;
import jp.tsunagu.municipality.Absences;
import jp.tsunagu.municipality.Absences.Away;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who has how much to do, now and in the coming weeks. Two statements, however many workers and tasks there are. */
@Component
class LoadReader {

    static final int WEEKS = 6;

    private static final int DAYS_OF_WEEK = 7;

    /** An agreed day is kept by whoever accompanies the person, not by everybody who contributes. */
    private static final Set<String> ACCOMPANYING =
            Set.of(Roles.CONSULTATION_SUPPORTER, Roles.CHIEF, Roles.OUTREACH_SUPPORTER);

    private static final String ITEMS = """
            with mine as materialized (
              select w.user_id as worker, c.id, c.next_date, c.process_instance_id, bool_or(w.role in (:accompanying)) as accompanies
              from case_worker w join support_case c on c.id = w.case_id
              where w.until is null and c.status <> 'CLOSED' group by w.user_id, c.id
            ), item as (
              select t.assignee_ as worker, 'task' as kind,
                (coalesce(o.target_at, t.due_date_::timestamptz) at time zone 'Asia/Tokyo')::date as day,
                coalesce(coalesce(o.target_at, t.due_date_::timestamptz) < :now and o.paused_on is null, false) as late
              from act_ru_task t left join task_deadline o on o.task_id = t.id_ where t.assignee_ is not null
              union all
              select worker, 'case', null, false from mine
              union all
              select worker, 'agreed', next_date, next_date < :today from mine where accompanies and next_date < :end
              union all
              select m.worker, 'evaluation', e.day, e.day < :today
              from mine m cross join lateral (
                select (to_timestamp(v.long_ / 1000) at time zone 'Asia/Tokyo')::date as day from act_ru_variable v
                where v.proc_inst_id_ = m.process_instance_id and v.name_ = 'nextEvaluationDate' and v.long_ is not null) e
              where m.accompanies and e.day < :end
            )
            select worker, kind, late, case when day >= :monday and day < :end then (day - :monday) / 7 end as week, count(*)
            from item group by 1, 2, 3, 4""";

    private final JdbcClient database;
    private final Absences absences;
    private final WorkingDays workingDays;
    private final Clock clock;

    LoadReader(JdbcClient database, Absences absences, WorkingDays workingDays, Clock clock) {
        this.database = database;
        this.absences = absences;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    /** Of which nature, and in which of the weeks; null where it is in none of them. */
    record Item(String kind, boolean late, Integer week, int count) {}

    /** By account. */
    record Load(LocalDate monday, Map<String, List<Item>> items, Map<String, List<Away>> absences) {

        List<LocalDate> weeks() {
            return Stream.iterate(monday, week -> week.plusWeeks(1))
                    .limit(WEEKS)
                    .toList();
        }
    }

    @Transactional(readOnly = true)
    public Load read() {
        LocalDate today = workingDays.today();
        LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        LocalDate end = monday.plusDays((long) WEEKS * DAYS_OF_WEEK);
        Map<String, List<Item>> items = new HashMap<>();
        database.sql(ITEMS)
                .param("accompanying", ACCOMPANYING)
                .param("now", OffsetDateTime.now(clock))
                .param("today", today)
                .param("monday", monday)
                .param("end", end)
                .query(row -> {
                    items.computeIfAbsent(row.getString(1), first -> new ArrayList<>())
                            .add(new Item(
                                    row.getString(2),
                                    row.getBoolean(3),
                                    row.getObject(4, Integer.class),
                                    row.getInt(5)));
                });
        return new Load(monday, items, absences.between(monday, end.minusDays(1)));
    }
}
