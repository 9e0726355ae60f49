package jp.tsunagu.oversight;

import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import jp.tsunagu.calendar.WorkingDays;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** The open stays behind a step, the worst first. Which they are an index knows; only those of one page are read in full. */
@Component
class StuckReader {

    static final int PAGE = 50;

    /** A call activity stands for what is open inside the processes that it called. */
    private static final String BEHIND = """
            with place as (
              select id, calls from diagram_step
              where process = :process and step = :step and (cast(:version as integer) is null or version = :version)
            ), behind as (
              select id, false as called from place where calls is null
              union
              select d.id, true from diagram_step d where d.process in (select calls from place)
            )""";

    private static final String ASKED = """
             s.left_at is null and s.case_number not in (select hidden_from(:user)) and (cast(:emergency as boolean) is null or s.emergency = :emergency)
              and (:service = '' or :service = any (s.services))""";

    private static final String FROM_HERE = """
             (not b.called or exists (
                select 1 from stay p join act_hi_actinst a on a.id_ = p.activity_id
                where p.case_number = s.case_number and p.step_id in (select id from place) and p.left_at is null
                  and a.call_proc_inst_id_ = s.process_instance_id))""";

    private static final String WORST =
            " order by s.paused, s.target_at nulls last, s.entered_at, s.activity_id limit :most offset :from";

    private static final String OF_STEP = BEHIND + """
             select s.activity_id from behind b join diagram_step d on d.id = b.id
            cross join lateral (
              select s.* from stay s where s.step_id = b.id and\s""" + ASKED + " and " + FROM_HERE + """
               order by s.paused, s.target_at, s.entered_at, s.activity_id limit :until) s
            where (cast(:role as varchar) is null or d.role = :role)""" + WORST;

    private static final String OF_WORKER = BEHIND + """
             select s.activity_id from act_ru_task t join stay s on s.task_id = t.id_
            join diagram_step d on d.id = s.step_id left join behind b on b.id = d.id
            where t.assignee_ = :worker and (cast(:role as varchar) is null or d.role = :role)
              and (cast(:process as varchar) is null or b.id is not null and\s""" + FROM_HERE + ") and " + ASKED + WORST;

    private static final String COUNT = """
            select coalesce(sum(o.count), 0) - (
                select count(*) from stay s join diagram_step e on e.id = s.step_id
                where s.left_at is null and s.case_number in (select hidden_from(:user))
                  and e.process = :process and e.step = :step and (cast(:version as integer) is null or e.version = :version)
                  and (:service = '' or :service = any (s.services))
                  and (cast(:emergency as boolean) is null or s.emergency = :emergency))
            from stays_open o join diagram_step d on d.id = o.step_id
            where d.process = :process and d.step = :step and (cast(:version as integer) is null or d.version = :version)
              and o.service = :service and (cast(:emergency as boolean) is null or o.emergency = :emergency)""";

    private static final String ROWS = """
            select s.activity_id, s.task_id, s.left_at is null and (s.task_id is null or t.id_ is not null) as open,
              s.case_number, d.step, d.name, coalesce(o.role, nullif(d.role, ''),
                (select min(g) from unnest(groups.candidates) g where g not like '%-informed')) as role,
              s.entered_on, (s.target_at at time zone 'Asia/Tokyo')::date as target_on,
              coalesce(s.target_at < :now, false) and not s.paused as late, s.paused, s.again,
              exists (select 1 from task_alert x where x.task_id = s.task_id and x.level = 'escalated') as escalated,
              t.assignee_ as assignee, groups.candidates,
              (t.follow_up_date_::timestamptz at time zone 'Asia/Tokyo')::date as follow_up_on,
              c.status, c.waiting_since, c.next_date, c.last_contact_on,
              (select min(f.held_on) from conference_item i join conference f on f.id = i.conference_id
               where i.case_id = c.id and i.recorded_on is null and f.held_on >= :today) as conference_on,
              (select min(a.step) from case_alert a
               where a.case_number = s.case_number and a.kind = 'failed_job' and a.settled_at is null) as failed_step,
              (select w.user_id from case_worker w where w.case_id = c.id and w.until is null
               order by w.role = 'consultation-supporter' desc, w.since limit 1) as worker
            from unnest(cast(:ids as varchar[])) with ordinality as asked (id, place)
            join stay s on s.activity_id = asked.id and s.case_number not in (select hidden_from(:user)) join diagram_step d on d.id = s.step_id
            left join act_ru_task t on t.id_ = s.task_id left join task_deadline o on o.task_id = s.task_id
            left join support_case c on c.case_number = s.case_number
            left join lateral (
              select array_agg(l.group_id_ order by l.group_id_) as candidates from act_ru_identitylink l
              where l.task_id_ = t.id_ and l.type_ = 'candidate' and l.group_id_ is not null) groups on true
            order by asked.place""";

    private final JdbcClient database;
    private final WorkingDays workingDays;
    private final Clock clock;

    StuckReader(JdbcClient database, WorkingDays workingDays, Clock clock) {
        this.database = database;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    /** Those of one page, and one more if there is a next page. */
    List<String> worst(String user, StuckPlace place) {
        int from = (place.page() - 1) * PAGE;
        StatementSpec statement = filtered(place.filter().worker() == null ? OF_STEP : OF_WORKER, user, place)
                .param("role", place.filter().role(), Types.VARCHAR)
                .param("from", from)
                .param("most", PAGE + 1);
        return (place.filter().worker() == null
                        ? statement.param("until", from + PAGE + 1)
                        : statement.param("worker", place.filter().worker()))
                .query(String.class)
                .list();
    }

    /** How many cases are in the step, whoever has them. */
    long count(String user, StuckPlace place) {
        return filtered(COUNT, user, place).query(Long.class).single();
    }

    List<StuckStay> read(String user, Collection<String> activityIds) {
        return database.sql(ROWS)
                .param("user", user)
                .param("ids", activityIds.toArray(String[]::new))
                .param("now", OffsetDateTime.now(clock))
                .param("today", workingDays.today())
                .query((row, number) -> StuckStay.read(row))
                .list();
    }

    private StatementSpec filtered(String sql, String user, StuckPlace place) {
        HeatFilter filter = place.filter();
        return database.sql(sql)
                .param("user", user)
                .param("process", place.process(), Types.VARCHAR)
                .param("step", place.step(), Types.VARCHAR)
                .param("version", filter.version(), Types.INTEGER)
                .param("emergency", filter.emergency(), Types.BOOLEAN)
                .param("service", filter.service() == null ? "" : filter.service());
    }
}
