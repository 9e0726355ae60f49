package jp.tsunagu.oversight.forecast;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.tsunagu.engine.Diagrams;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where all cases are now. Those that wait for the person are left out: their targets do not count meanwhile. */
@Component
class OpenStays {

    private static final String SELECT = """
            with timer as materialized (
              select x.act_inst_id_ as activity_id, j.process_def_id_ as definition, f.act_id_ as event,
                (j.duedate_::timestamptz at time zone 'Asia/Tokyo')::date as day
              from act_ru_job j join act_ru_execution x on x.id_ = j.execution_id_ join act_ru_jobdef f on f.id_ = j.job_def_id_
              where j.type_ = 'timer' and j.duedate_ is not null and x.act_inst_id_ is not null
            )
            select s.activity_id, s.case_number, d.role, d.process, d.step, greatest(0, :today - coalesce(e.number, 0) -\s""" + WaitingSteps.LONGER_TARGET + """
            ),
              case when s.target_at < :now then -1 else t.number - :today end,
              n.number - :today, d.kind like 'intermediate%', d.kind, timer.definition, timer.event
            from stay s join diagram_step d on d.id = s.step_id
            left join working_day_number e on e.day = s.entered_on
            left join working_day_number t on t.day = (s.target_at at time zone 'Asia/Tokyo')::date
            left join forecast_step k on k.process = d.process and k.step = d.step
            left join timer on timer.activity_id = s.activity_id
            left join working_day_number n on n.day = timer.day
            where s.left_at is null and not s.paused and""" + WaitingSteps.CONDITION;

    private final JdbcClient database;
    private final Diagrams diagrams;

    OpenStays(JdbcClient database, Diagrams diagrams) {
        this.database = database;
        this.diagrams = diagrams;
    }

    /** A stay and whose it is. Where several timers run at a step it is there once for each. */
    record Line(String activityId, String caseNumber, String role, OpenStay stay) {}

    List<Line> read(Today today) {
        Map<String, Set<String>> interrupting = new HashMap<>();
        return database.sql(SELECT)
                .param("now", today.at())
                .param("today", today.number())
                .query((row, number) -> {
                    String definition = row.getString(11);
                    boolean boundary = row.getString(10).equals("userTask") && definition != null;
                    boolean ends = !boundary
                            || interrupting
                                    .computeIfAbsent(definition, diagrams::interruptingEvents)
                                    .contains(row.getString(12));
                    return new Line(
                            row.getString(1),
                            row.getString(2),
                            row.getString(3),
                            new OpenStay(
                                    new StepKey(row.getString(4), row.getString(5)),
                                    row.getInt(6),
                                    row.getObject(7, Integer.class),
                                    ends ? row.getObject(8, Integer.class) : null,
                                    row.getBoolean(9)));
                })
                .list();
    }
}
