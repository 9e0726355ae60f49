package jp.tsunagu.oversight.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import jp.tsunagu.calendar.WorkingDays;
import jp.tsunagu.oversight.Stays;
import jp.tsunagu.story.OfficeStory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What is said is what happens: of the cases of which 40 % is said, some 40 of 100 pass a target. Said every Monday, judged two weeks
 * later, on cases whose rule is known; and a forecast that learnt something wrong is found out.
 */
class ForecastIsCalibratedTest extends OfficeStory {

    private static final int ENOUGH = 100;
    private static final double POINTS = 10;

    /** By which the known truth is thrown; {@code -Dforecast.seed} throws another one. */
    private static final long SEED = Long.getLong("forecast.seed", 7);

    private static final LocalDate MONDAY = LocalDate.of(2026, 9, 7);

    @Autowired
    JdbcTemplate database;

    @Autowired
    WorkingDays workingDays;

    @Autowired
    Stays stays;

    @Autowired
    Forecasts forecasts;

    @Autowired
    Outlooks outlooks;

    @Autowired
    ReliabilityReader reader;

    private KnownTruth truth;

    @BeforeEach
    void plant() {
        office.on("2026-09-07");
        forget();
        stays.update();
        // the cases of other tests stand still for ever, which no case of the known truth does
        database.execute("truncate stay, stays_open, stays_of_day, stays_of_month");
        truth = new KnownTruth(database, workingDays, LocalDate.of(2026, 12, 1), new Random(SEED));
    }

    @AfterEach
    void remove() {
        truth.remove();
        forget();
        stays.rebuild();
    }

    @Test
    void whatIsSaidIsWhatHappens() {
        Map<LocalDate, Map<String, Double>> wrong = new HashMap<>();
        for (int week = 0; week < 4; week++) {
            LocalDate monday = MONDAY.plusWeeks(week);
            LocalDate day = workingDays.nextOpenDay(monday);
            morning(day);
            wrong.put(day, wrong());
            assertThat(weeks()).hasSize(week < 3 ? 0 : 1);
        }
        assertThat(weeks()).as("judged when its two weeks are over, not before").containsExactly(MONDAY);
        assertThat(reader.read(workingDays.today()).whole()).isFalse();

        morning(LocalDate.of(2026, 10, 26));
        assertThat(weeks()).isEqualTo(List.copyOf(new TreeSet<>(wrong.keySet())));
        Reliability said = reader.read(workingDays.today());
        assertThat(said.sentence()).contains("見込みはあてにできます");
        assertThat(said.tenths().stream().filter(tenth -> tenth.cases() >= ENOUGH))
                .as("seed %d", SEED)
                .hasSizeGreaterThanOrEqualTo(8)
                .allSatisfy(tenth -> assertThat(tenth.off()).isLessThanOrEqualTo(POINTS));
        assertThat(judged(wrong))
                .as("of one that learnt that everything takes half as long")
                .anySatisfy(tenth -> assertThat(tenth.off()).isGreaterThan(POINTS));
    }

    private void morning(LocalDate day) {
        truth.until(day);
        office.clock(day + "T00:05");
        forecasts.update();
    }

    /** The same forecast by somebody who believes that everything takes half as long as it does. */
    private Map<String, Double> wrong() {
        database.update("""
                with learnt as (delete from forecast_waited returning *)
                insert into forecast_waited (process, step, days, ended, waiting)
                select process, step, days / 2, sum(ended), sum(waiting) from learnt group by 1, 2, 3
                """);
        Map<String, Double> wrong = new HashMap<>();
        outlooks.of(forecasts.today()).forEach(outlook -> wrong.put(outlook.caseNumber(), outlook.probability()));
        return wrong;
    }

    private List<Reliability.Tenth> judged(Map<LocalDate, Map<String, Double>> said) {
        double[][] sums = new double[10][3];
        said.forEach((monday, cases) -> database.query(
                "select case_number, outcome from forecast where made_on = ?",
                row -> {
                    double probability = cases.getOrDefault(row.getString(1), 0.0);
                    double[] of = sums[Math.min(9, (int) (probability * 10))];
                    of[0]++;
                    of[1] += probability;
                    of[2] += row.getBoolean(2) ? 1 : 0;
                },
                monday));
        List<Reliability.Tenth> tenths = new ArrayList<>();
        for (int tenth = 0; tenth < sums.length; tenth++) {
            if (sums[tenth][0] >= ENOUGH) {
                tenths.add(new Reliability.Tenth(tenth, (int) sums[tenth][0], sums[tenth][1], (int) sums[tenth][2]));
            }
        }
        return tenths;
    }

    private List<LocalDate> weeks() {
        return database.queryForList("select distinct made_on from forecast_week order by 1", LocalDate.class);
    }

    private void forget() {
        database.execute(
                "truncate forecast, forecast_week, forecast_case, forecast_made, forecast_step, forecast_waited, forecast_follow");
    }
}
