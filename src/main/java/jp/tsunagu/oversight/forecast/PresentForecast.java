package jp.tsunagu.oversight.forecast;

import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The present forecast in its table. What has not changed is not written again. */
@Component
class PresentForecast {

    /** What is less likely than this is shown nowhere. */
    static final double LEAST = 0.1;

    private final JdbcClient database;

    PresentForecast(JdbcClient database) {
        this.database = database;
    }

    /** To be called in a transaction, by one at a time. */
    void put(List<Outlook> outlooks) {
        List<Outlook> shown = outlooks.stream()
                .filter(outlook -> outlook.probability() >= LEAST)
                .toList();
        Columns columns = Columns.of(shown);
        forgetAllBut(Set.of(columns.numbers()));
        database.sql("""
                        insert into forecast_case as f (case_number, probability, activity_id, role, late_process, late_step)
                        select * from unnest(?, ?, ?, ?, ?, ?)
                        on conflict (case_number) do update set
                          (probability, activity_id, role, late_process, late_step) =
                          (excluded.probability, excluded.activity_id, excluded.role, excluded.late_process, excluded.late_step)
                        where (f.probability, f.activity_id, f.role, f.late_process, f.late_step) is distinct from
                          (excluded.probability, excluded.activity_id, excluded.role, excluded.late_process, excluded.late_step)
                        """)
                .params(
                        columns.numbers(),
                        columns.probabilities(),
                        columns.activities(),
                        shown.stream().map(Outlook::role).toArray(String[]::new),
                        shown.stream().map(outlook -> outlook.late().process()).toArray(String[]::new),
                        shown.stream().map(outlook -> outlook.late().step()).toArray(String[]::new))
                .update();
    }

    private void forgetAllBut(Set<String> shown) {
        String[] gone = database.sql("select case_number from forecast_case").query(String.class).list().stream()
                .filter(number -> !shown.contains(number))
                .toArray(String[]::new);
        database.sql("delete from forecast_case where case_number = any (?)")
                .params((Object) gone)
                .update();
    }
}
