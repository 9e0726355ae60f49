package jp.tsunagu.oversight.forecast;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Learns the course of cases from the stays of the last twelve months, at night: three statements over the roll-up. A stay that was
 * cancelled has ended too: its target can no longer be passed, and what follows is what was seen to follow.
 */
@Component
class CourseLearning {

    private static final int MONTHS = 12;

    /** Targets are changed by the municipality: what was usual half a year ago may not be now. */
    private static final int MONTHS_OF_TARGETS = 6;

    private static final String LATEST = """
            (select distinct on (process, step) process, step, name, role from diagram_step order by process, step, version desc)""";

    private static final String STEPS = """
            insert into forecast_step (process, step, name, role, target_days, stays)
            select l.process, l.step, l.name, l.role, case when 2 * g.measured >= g.recent then g.target end, g.stays
            from (
              select d.process, d.step, count(*) filter (where s.left_at is not null) as stays,
                count(*) filter (where s.entered_on >= :targetsFrom) as recent,
                count(*) filter (where s.entered_on >= :targetsFrom and t.number is not null) as measured,
                percentile_disc(0.5) within group (order by t.number - e.number)
                  filter (where s.entered_on >= :targetsFrom and t.number >= e.number) as target
              from stay s join diagram_step d on d.id = s.step_id
              left join working_day_number e on e.day = s.entered_on
              left join working_day_number t on t.day = (s.target_at at time zone 'Asia/Tokyo')::date
              where (s.left_on >= :from or s.left_at is null) and""" + WaitingSteps.CONDITION + """
              group by 1, 2
            ) g join\s""" + LATEST + " l using (process, step)";

    private static final String WAITED = """
            insert into forecast_waited (process, step, days, ended, waiting)
            select d.process, d.step,
              least(:longest, greatest(0, coalesce(s.waited, :today - coalesce(e.number, 0)) -\s""" + WaitingSteps.LONGER_TARGET + """
            )),
              count(*) filter (where s.left_at is not null), count(*) filter (where s.left_at is null)
            from stay s join diagram_step d on d.id = s.step_id left join working_day_number e on e.day = s.entered_on
            left join working_day_number t on t.day = (s.target_at at time zone 'Asia/Tokyo')::date
            join forecast_step k on k.process = d.process and k.step = d.step
            where (s.left_on >= :from or s.left_at is null and not s.paused) and""" + WaitingSteps.CONDITION + """
            group by 1, 2, 3""";

    /** What a step's end begins has begun within the same command, or in the job that goes on after it. */
    private static final String FOLLOWS = """
            insert into forecast_follow (process, step, follows, stays)
            with node as materialized (
              select s.activity_id, s.case_number, s.entered_at, s.left_at, d.process || '/' || d.step as key
              from stay s join diagram_step d on d.id = s.step_id
              where (s.left_on >= :from or s.left_at is null) and""" + WaitingSteps.CONDITION + """
            ), followed as (
              select a.activity_id, a.key, coalesce(array_agg(distinct b.key order by b.key) filter (where b.key is not null), '{}')::text[] as follows
              from node a
              left join node b on b.case_number = a.case_number and b.entered_at >= a.left_at
                and b.entered_at < a.left_at + interval '30 seconds' and b.activity_id <> a.activity_id
              where a.left_at is not null group by 1, 2
            )
            select split_part(key, '/', 1), split_part(key, '/', 2), follows, count(*) from followed group by 1, 2, 3""";

    private final JdbcClient database;

    CourseLearning(JdbcClient database) {
        this.database = database;
    }

    /** To be called in a transaction, by one at a time. */
    void learn(Today today) {
        database.sql("truncate forecast_step, forecast_waited, forecast_follow").update();
        LocalDate from = today.day().minusMonths(MONTHS);
        database.sql(STEPS)
                .param("from", from)
                .param("targetsFrom", today.day().minusMonths(MONTHS_OF_TARGETS))
                .update();
        database.sql(WAITED)
                .param("from", from)
                .param("today", today.number())
                .param("longest", WaitedCounts.LONGEST)
                .update();
        database.sql(FOLLOWS).param("from", from).update();
    }
}
