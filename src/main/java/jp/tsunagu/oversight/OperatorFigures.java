package jp.tsunagu.oversight;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How the whole stands, for those who watch over the machine: how many, by process and step; of whom is not among it. */
@Component
class OperatorFigures {

    private static final String ALL = """
            with here as (
              select d.process, d.step, coalesce(sum(o.count), 0) as waiting,
                coalesce(sum(o.count) filter (where o.target_at < cast(:now as timestamptz) and not o.paused), 0) as overdue
              from diagram_step d left join stays_open o on o.step_id = d.id and o.service = ''
              where d.kind = 'userTask' or o.count > 0
              group by 1, 2
            ), jobs as (
              select p.process,
                count(j.id_) filter (where j.retries_ > 0 and coalesce(j.duedate_, '-infinity') <= cast(:now as timestamptz)::timestamp) as due,
                count(j.id_) filter (where j.retries_ = 0) as failed
              from (select distinct process from diagram_step) p left join act_ru_job j on j.process_def_key_ = p.process
                and (j.retries_ = 0 or coalesce(j.duedate_, '-infinity') <= cast(:now as timestamptz)::timestamp)
              group by 1
            ), incidents as (
              select p.process, count(i.id_) as incidents
              from (select distinct process, process_definition_id from diagram_step) p
              left join act_ru_incident i on i.proc_def_id_ = p.process_definition_id
              group by 1
            ), unsealed as (
              select count(*) as records, coalesce(extract(epoch from clock_timestamp() - min(written_at)), 0) as age
              from access_unsealed
            )
            select 'waiting' as name, process, step, waiting as value from here
            union all select 'overdue', process, step, overdue from here
            union all select 'jobs_due', process, null, due from jobs
            union all select 'jobs_failed', process, null, failed from jobs
            union all select 'incidents', process, null, incidents from incidents
            union all select 'access_records_unsealed', null, null, records from unsealed
            union all select 'access_records_unsealed_age_seconds', null, null, age from unsealed
            union all select 'changes_to_count', null, null, count(*) from stay_change
            union all select 'changes_to_count_age_seconds', null, null, coalesce(extract(epoch from
              clock_timestamp() - (select noted_at from stay_change order by id limit 1)), 0)""";

    private final JdbcClient database;
    private final Clock clock;

    /**
     * One number.
     *
     * @param process null where it is of all
     * @param step null where it is of the whole process
     */
    record Figure(String name, String process, String step, double value) {}

    OperatorFigures(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    List<Figure> read() {
        return database.sql(ALL)
                .param("now", OffsetDateTime.now(clock))
                .query(Figure.class)
                .list();
    }
}
