package jp.tsunagu.oversight.forecast;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads how good the forecasts of the last quarter were, as far as two weeks have passed since. */
@Component
class ReliabilityReader {

    private static final int WEEKS = 13;

    private final JdbcClient database;

    ReliabilityReader(JdbcClient database) {
        this.database = database;
    }

    /** The latest thirteen Mondays of which the outcome is known. */
    Reliability read(LocalDate today) {
        LocalDate first = today.minusMonths(4);
        List<LocalDate> weeks = database.sql(
                        "select distinct made_on from forecast_week where made_on >= ? order by 1 desc limit ?")
                .params(first, WEEKS)
                .query(LocalDate.class)
                .list();
        if (weeks.isEmpty()) {
            return new Reliability(List.of(), 0, false);
        }
        List<Reliability.Tenth> tenths = database.sql("""
                        select tenth, sum(cases)::int as cases, sum(said) as said, sum(happened)::int as happened
                        from forecast_week where made_on >= ? group by tenth order by tenth
                        """)
                .params(weeks.get(weeks.size() - 1))
                .query(Reliability.Tenth.class)
                .list();
        return new Reliability(tenths, weeks.size(), weeks.size() == WEEKS);
    }
}
