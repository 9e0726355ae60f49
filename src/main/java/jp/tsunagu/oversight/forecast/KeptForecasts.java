package jp.tsunagu.oversight.forecast;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was said every Monday is kept, and compared two weeks later with what has happened. */
@Component
class KeptForecasts {

    /** Two quarters. */
    private static final int MONTHS_KEPT = 6;

    private final JdbcClient database;

    KeptForecasts(JdbcClient database) {
        this.database = database;
    }

    /** Whether this week's is still to be kept: on Monday, or as soon after it as anything runs. */
    boolean isDue(LocalDate today) {
        return !database.sql("select exists (select 1 from forecast where made_on >= ?)")
                .params(today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)))
                .query(Boolean.class)
                .single();
    }

    void keep(Today today, List<Outlook> outlooks) {
        Columns columns = Columns.of(outlooks);
        database.sql("""
                        insert into forecast (made_on, made_at, horizon_on, case_number, probability, activity_id)
                        select ?, ?, ?, u.* from unnest(?, ?, ?) as u
                        """)
                .params(
                        today.day(),
                        today.at(),
                        today.until(),
                        columns.numbers(),
                        columns.probabilities(),
                        columns.activities())
                .update();
    }

    /**
     * What has come true: a target that lay ahead then was reached while the step was still open. A target that was moved
     * meanwhile counts where it was moved to; one that is paused does not count.
     */
    void judge(LocalDate today) {
        database.sql("""
                        update forecast f set outcome = exists (
                          select 1 from stay s
                          where s.case_number = f.case_number and not s.paused and s.target_at > f.made_at
                            and s.target_at < (f.horizon_on + 1)::timestamp at time zone 'Asia/Tokyo'
                            and (s.left_at is null or s.left_at > s.target_at))
                        where f.outcome is null and f.horizon_on < ?
                        """).params(today).update();
        database.sql("""
                        insert into forecast_week (made_on, tenth, cases, said, happened)
                        select f.made_on, least(9, floor(f.probability * 10)), count(*), sum(f.probability), count(*) filter (where f.outcome)
                        from forecast f where f.outcome is not null
                          and not exists (select 1 from forecast_week w where w.made_on = f.made_on)
                        group by 1, 2
                        """).update();
    }

    void forget(LocalDate today) {
        LocalDate first = today.minusMonths(MONTHS_KEPT);
        database.sql("delete from forecast where made_on < ?").params(first).update();
        database.sql("delete from forecast_week where made_on < ?")
                .params(first)
                .update();
    }
}
