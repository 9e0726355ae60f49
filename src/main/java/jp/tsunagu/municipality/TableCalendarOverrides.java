package jp.tsunagu.municipality;

import java.time.LocalDate;
import java.util.Optional;
import jp.tsunagu.calendar.CalendarOverrides;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Corrections of the calendar as an administrator enters them. Read each time: a change counts at once. */
@Component
class TableCalendarOverrides implements CalendarOverrides {

    private final JdbcClient database;

    TableCalendarOverrides(JdbcClient database) {
        this.database = database;
    }

    @Override
    public Optional<Boolean> openOn(String municipality, LocalDate day) {
        return database.sql("select open from calendar_override where municipality = ? and day = ?")
                .params(municipality, day)
                .query(Boolean.class)
                .optional();
    }
}
