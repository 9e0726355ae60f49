package jp.tsunagu.oversight;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import jp.tsunagu.calendar.WorkingDays;
import jp.tsunagu.municipality.CalendarChanged;
import jp.tsunagu.municipality.Settings;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The office's calendar as numbers in a table: how many working days lie between two days is one subtraction, in SQL too. As
 * {@link WorkingDays#workingDaysBetween} counts.
 */
@Component
public class WorkingDayNumbers {

    /** 生活困窮者自立支援法 came into force: no case is older. */
    private static final LocalDate FIRST = LocalDate.of(2015, 4, 1);

    private static final int AHEAD_DAYS = 500;
    private static final int ENOUGH_DAYS = 100;

    private final JdbcTemplate database;
    private final WorkingDays workingDays;
    private final Settings settings;

    WorkingDayNumbers(JdbcTemplate database, WorkingDays workingDays, Settings settings) {
        this.database = database;
        this.workingDays = workingDays;
        this.settings = settings;
    }

    /** Sees to it that today and some time ahead has its number. */
    public void extend() {
        LocalDate last = database.queryForObject("select max(day) from working_day_number", LocalDate.class);
        if (last == null || last.isBefore(workingDays.today().plusDays(ENOUGH_DAYS))) {
            write();
        }
    }

    /** A corrected day moves the numbers from there on: every stay over it is counted again. */
    @EventListener
    void changed(CalendarChanged calendar) {
        if (calendar.municipality().equals(settings.municipality())) {
            write();
            database.update(
                    "insert into stay_change (activity_id) select activity_id from stay where entered_on < ? and left_on >= ?",
                    calendar.day(),
                    calendar.day());
        }
    }

    /** How many working days there are up to and including this day; 0 before there is a count. */
    public int of(LocalDate day) {
        return database.queryForList("select number from working_day_number where day = ?", Integer.class, day).stream()
                .findFirst()
                .orElse(0);
    }

    private void write() {
        List<Object[]> rows = new ArrayList<>();
        int number = 0;
        LocalDate end = workingDays.today().plusDays(AHEAD_DAYS);
        for (LocalDate day = FIRST; day.isBefore(end); day = day.plusDays(1)) {
            number += workingDays.isOpen(day) ? 1 : 0;
            rows.add(new Object[] {Date.valueOf(day), number});
        }
        database.batchUpdate(
                "insert into working_day_number as w (day, number) values (?, ?) on conflict (day) do update set number = excluded.number "
                        + "where w.number <> excluded.number",
                rows);
    }
}
