package jp.tsunagu.engine;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The days on which timers of cases go off. Those of a handover that cannot wait count by the clock and stay. */
@Component
public class Timers {

    /** A job that failed waits for its retry, not for a day. One that a node has at this moment is left alone. */
    private static final String WAITING = """
            from act_ru_job j where j.type_ = 'timer' and j.exception_msg_ is null and j.retries_ > 0
              and (j.lock_exp_time_ is null) and j.process_instance_id_ is not null
              and not exists (select 1 from act_ru_variable v
                where v.proc_inst_id_ = j.process_instance_id_ and v.name_ = 'sameDay' and v.long_ = 1)
            """;

    private final JdbcClient database;
    private final Clock clock;

    Timers(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The days ahead on which a timer is due. */
    public List<LocalDate> daysAhead() {
        return database.sql("select distinct (j.duedate_::timestamptz at time zone 'Asia/Tokyo')::date " + WAITING
                        + " and j.duedate_ > ?")
                .params(Date.from(clock.instant()))
                .query(LocalDate.class)
                .list();
    }

    /** Puts the timers of a day so many days later, at the same time of day. */
    public void move(LocalDate day, int days) {
        Date now = Date.from(clock.instant());
        Date from = DecisionVariables.startOf(day);
        database.sql("update act_ru_job set rev_ = rev_ + 1, duedate_ = duedate_ + ? * interval '1 day' "
                        + "where id_ in (select j.id_ " + WAITING + " and j.duedate_ >= ? and j.duedate_ < ?)")
                .params(days, from.after(now) ? from : now, DecisionVariables.startOf(day.plusDays(1)))
                .update();
    }
}
