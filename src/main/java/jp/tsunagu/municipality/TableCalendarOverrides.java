package jp.tsunagu.municipality;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import jp.tsunagu.calendar.CalendarOverrides;
import jp.tsunagu.engine.RarelyChanged;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Corrections of the calendar as an administrator enters them; a change counts from the next act on. They are few, and a
 * date is found by asking for day after day: all of them are read at once, and remembered.
 */
@Component
class TableCalendarOverrides implements CalendarOverrides {

    private final JdbcClient database;
    private final RarelyChanged known;

    private record OverridesOf(String municipality) {}

    TableCalendarOverrides(JdbcClient database, RarelyChanged known) {
        this.database = database;
        this.known = known;
    }

    @Override
    public Optional<Boolean> openOn(String municipality, LocalDate day) {
        return Optional.ofNullable(known.read(new OverridesOf(municipality), () -> read(municipality))
                .get(day));
    }

    private Map<LocalDate, Boolean> read(String municipality) {
        Map<LocalDate, Boolean> openOn = new HashMap<>();
        database.sql("select day, open from calendar_override where municipality = ?")
                .params(municipality)
                .query(row -> {
                    openOn.put(row.getObject(1, LocalDate.class), row.getBoolean(2));
                });
        return Map.copyOf(openOn);
    }
}
