package jp.tsunagu.oversight;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finished stays of cases that were disposed of: no history tells of them any more, and the counts go on holding them. */
@Component
class ErasedStays {

    private static final String INTO = """
            insert into %s as c
            select %s, step_id, service, emergency, waited, measured, late, cancelled, again, escalated, count(*)
            from erased_stay cross join lateral unnest(array[''] || services) as service
            group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10
            on conflict (left_on, service, step_id, emergency, waited, measured, late, cancelled, again, escalated)
              do update set count = c.count + excluded.count""";

    private final JdbcClient database;

    ErasedStays(JdbcClient database) {
        this.database = database;
    }

    /** Adds all of them to counts that are being made anew, in the transaction of the caller. */
    void countAll() {
        database.sql(INTO.formatted("stays_of_day", "left_on")).update();
        database.sql(INTO.formatted("stays_of_month", "date_trunc('month', left_on)::date"))
                .update();
    }
}
