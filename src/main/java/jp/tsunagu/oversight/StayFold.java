package jp.tsunagu.oversight;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts anew what has changed, in one statement: each changed stay is read from the engine's history as it is now, and the
 * counts get the difference to what was counted before. So it does not matter how often, in which order or how late a change
 * is heard of, nor whether it was a step, a migration, a deletion or a correction by hand.
 *
 * <p>The tables are large and what changed is little, which the database cannot know when it makes the plan that it keeps: so the
 * limit is written out, and {@code offset 0} has each row looked up by its index instead of reading the whole table.
 */
@Component
class StayFold {

    private static final String CHANGED = """
            with taken as (
              delete from stay_change where id in (select id from stay_change order by id limit %d)
              returning activity_id, task_id, case_number
            ), named as (
              select activity_id from taken where activity_id is not null
              union
              select s.activity_id from taken t
              cross join lateral (select * from stay s where s.task_id = t.task_id and s.left_at is null offset 0) s
              union
              select s.activity_id from taken t
              cross join lateral (select * from stay s where s.case_number = t.case_number offset 0) s
              where s.left_at is null
            ), known as (
              select s.* from named
              cross join lateral (select * from stay s where s.activity_id = named.activity_id offset 0) s
            ), changed as (
              select activity_id from named
              union
              -- what came after a stay that is gone may now be the first of its case
              select later.activity_id
              from known gone
              join diagram_step d on d.id = gone.step_id
              cross join lateral (select * from stay s where s.case_number = gone.case_number offset 0) later
              join diagram_step e on e.id = later.step_id and e.process = d.process and e.step = d.step
              where not exists (
                select 1 from act_hi_actinst a where a.id_ = gone.activity_id and (a.proc_def_id_, a.act_id_) = (d.process_definition_id, d.step))
            ), before as (
              select s.* from changed
              cross join lateral (select * from stay s where s.activity_id = changed.activity_id offset 0) s
            )""";

    /** The engine stores times without a zone, in that of the JVM, which is the zone of its connections. */
    private static final String PRESENT = """
            , raw as (
              select a.id_ as activity_id, d.id as step_id, a.act_id_, a.start_time_, a.proc_def_key_, a.act_inst_state_,
                p.business_key_, coalesce(p.business_key_, '') as case_number, a.proc_inst_id_ as process_instance_id,
                a.task_id_ as task_id, a.start_time_::timestamptz as entered_at,
                (a.start_time_::timestamptz at time zone 'Asia/Tokyo')::date as entered_on, a.end_time_::timestamptz as left_at,
                (a.end_time_::timestamptz at time zone 'Asia/Tokyo')::date as left_on
              from changed join act_hi_actinst a on a.id_ = changed.activity_id and is_stay(a.act_type_)
              join diagram_step d on d.process_definition_id = a.proc_def_id_ and d.step = a.act_id_
              left join act_hi_procinst p on p.proc_inst_id_ = a.proc_inst_id_
            ), present as (
              select r.activity_id, r.step_id, r.case_number, r.process_instance_id, r.task_id, r.entered_at, r.entered_on,
                r.left_at, r.left_on,
                case when r.left_on is not null then coalesce(l.number, 0) - coalesce(e.number, 0) end as waited,
                case when r.left_at is not null then h.assignee_ end as worker,
                case when r.left_at is null then coalesce(o.target_at, h.due_date_::timestamptz) else h.due_date_::timestamptz end as target_at,
                o.paused_on is not null as paused,
                coalesce(r.left_at > h.due_date_::timestamptz, false) as late,
                coalesce(r.act_inst_state_ = 2, false) as cancelled,
                exists (
                  select 1 from act_hi_procinst q join act_hi_actinst b on b.proc_inst_id_ = q.proc_inst_id_ and b.act_id_ = r.act_id_
                  where q.business_key_ = r.business_key_ and q.proc_def_key_ = r.proc_def_key_
                    and (b.start_time_, b.id_) < (r.start_time_, r.activity_id)) as again,
                x.task_id is not null as escalated,
                exists (
                  select 1 from act_hi_procinst q where q.business_key_ = r.business_key_ and q.proc_def_key_ = 'emergencySupport'
                    and (r.left_at is null or q.start_time_::timestamptz <= r.left_at)) as emergency,
                coalesce(plan.services, '{}') as services
              from raw r
              left join working_day_number e on e.day = r.entered_on
              left join working_day_number l on l.day = r.left_on
              left join act_hi_taskinst h on h.id_ = r.task_id
              left join task_deadline o on o.task_id = r.task_id and r.left_at is null
              left join lateral (
                select x.task_id from task_alert x where x.task_id = r.task_id and x.level = 'escalated' offset 0
              ) x on true
              left join lateral (
                select v.services
                from support_case c join plan n on n.case_id = c.id join plan_version v on v.plan_id = n.id
                where c.case_number = r.business_key_ and (r.left_at is null or v.created_at <= r.left_at)
                order by v.created_at desc, v.version desc limit 1
              ) plan on true
            )""";

    private static final String KEPT = """
            , gone as (
              delete from stay where activity_id = any (array(
                select activity_id from before where activity_id not in (select activity_id from present)))
            ), kept as (
              insert into stay select * from present on conflict (activity_id) do update set
                (step_id, case_number, process_instance_id, task_id, entered_at, entered_on, left_at, left_on, waited, worker,
                 target_at, paused, late, cancelled, again, escalated, emergency, services) =
                (excluded.step_id, excluded.case_number, excluded.process_instance_id, excluded.task_id, excluded.entered_at,
                 excluded.entered_on, excluded.left_at, excluded.left_on, excluded.waited, excluded.worker, excluded.target_at,
                 excluded.paused, excluded.late, excluded.cancelled, excluded.again, excluded.escalated, excluded.emergency,
                 excluded.services)
            ), difference as (
              select s.*, service
              from (select before.*, -1 as sign from before union all select present.*, 1 from present) s
              cross join lateral unnest(array[''] || s.services) as service
            ), still as (
              insert into stays_open as o
              select step_id, service, emergency, entered_on, coalesce(target_at, 'infinity'), paused, again, escalated, sum(sign)
              from difference where left_at is null group by 1, 2, 3, 4, 5, 6, 7, 8 having sum(sign) <> 0 order by 1, 2, 3, 4, 5, 6, 7, 8
              on conflict (step_id, service, emergency, entered_on, target_at, paused, again, escalated)
                do update set count = o.count + excluded.count
            ), over as (
              select left_on, step_id, service, emergency, waited, target_at is not null as measured, late, cancelled, again,
                escalated, sum(sign) as count
              from difference where left_at is not null group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 having sum(sign) <> 0
            ), by_day as (
              insert into stays_of_day as d select * from over
              on conflict (left_on, service, step_id, emergency, waited, measured, late, cancelled, again, escalated)
                do update set count = d.count + excluded.count
            ), by_month as (
              insert into stays_of_month as m
              select date_trunc('month', left_on)::date, step_id, service, emergency, waited, measured, late, cancelled, again,
                escalated, sum(count)
              from over group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 having sum(count) <> 0
              on conflict (left_on, service, step_id, emergency, waited, measured, late, cancelled, again, escalated)
                do update set count = m.count + excluded.count
            )
            select count(*) from taken""";

    private final JdbcClient database;

    StayFold(JdbcClient database) {
        this.database = database;
    }

    /**
     * Works off the oldest changes. To be called by one at a time, in a transaction.
     *
     * @param most how many at most
     * @return how many there were
     */
    int changes(int most) {
        return database.sql(CHANGED.formatted(most) + PRESENT + KEPT)
                .query(Integer.class)
                .single();
    }
}
