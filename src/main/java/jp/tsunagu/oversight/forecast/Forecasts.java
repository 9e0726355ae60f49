package jp.tsunagu.oversight.forecast;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import jp.tsunagu.calendar.WorkingDays;
import jp.tsunagu.engine.NodeTurn;
import jp.tsunagu.oversight.WorkingDayNumbers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps the forecast up to date. */
@Component
public class Forecasts {

    /** An arbitrary number that all nodes agree on. */
    private static final long LOCK = 7_106_092L;

    private static final String LEARNT = "learnt";
    private static final String RENEWED = "renewed";

    private final CourseLearning learning;
    private final Outlooks outlooks;
    private final PresentForecast present;
    private final KeptForecasts kept;
    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final WorkingDays workingDays;
    private final WorkingDayNumbers numbers;
    private final Clock clock;

    Forecasts(
            CourseLearning learning,
            Outlooks outlooks,
            PresentForecast present,
            KeptForecasts kept,
            JdbcClient database,
            TransactionTemplate transaction,
            WorkingDays workingDays,
            WorkingDayNumbers numbers,
            Clock clock) {
        this.learning = learning;
        this.outlooks = outlooks;
        this.present = present;
        this.kept = kept;
        this.database = database;
        this.transaction = transaction;
        this.workingDays = workingDays;
        this.numbers = numbers;
        this.clock = clock;
    }

    /**
     * Renews the forecast of every case. The first time on a day, which is at night, learns anew how cases go, judges what was said two
     * weeks ago and keeps what is said this week. Nothing happens while another node does it.
     */
    public void update() {
        transaction.executeWithoutResult(status -> {
            if (!NodeTurn.isMine(database, LOCK)) {
                return;
            }
            // the tables grow from nothing to many rows: no plan from before is kept
            database.sql("set local plan_cache_mode = force_custom_plan").update();
            numbers.extend();
            Today today = today();
            boolean first = !today.day().equals(dayOf(LEARNT));
            if (first) {
                learning.learn(today);
                kept.judge(today.day());
                kept.forget(today.day());
                note(LEARNT, today);
            }
            List<Outlook> all = outlooks.of(today);
            present.put(all);
            note(RENEWED, today);
            if (first && kept.isDue(today.day())) {
                kept.keep(today, all);
            }
        });
    }

    /** When it was renewed last; null before the first time. */
    OffsetDateTime renewedAt() {
        return at(RENEWED);
    }

    Today today() {
        LocalDate day = workingDays.today();
        return new Today(OffsetDateTime.now(clock), day, numbers.of(day), workingDays.addWorkingDays(day, Course.DAYS));
    }

    private LocalDate dayOf(String what) {
        OffsetDateTime at = at(what);
        return at == null ? null : at.atZoneSameInstant(WorkingDays.TOKYO).toLocalDate();
    }

    private OffsetDateTime at(String what) {
        return database.sql("select at from forecast_made where what = ?")
                .params(what)
                .query(OffsetDateTime.class)
                .optional()
                .orElse(null);
    }

    private void note(String what, Today today) {
        database.sql(
                        "insert into forecast_made (what, at) values (?, ?) on conflict (what) do update set at = excluded.at")
                .params(what, today.at())
                .update();
    }
}
