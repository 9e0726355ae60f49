package jp.tsunagu.municipality;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import jp.tsunagu.engine.RarelyChanged;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Corrections of the calendar, with who made them and why: a closed office, an opened Saturday, a holiday that a law moved. */
@Component
class CalendarDoor {

    private final JdbcClient database;
    private final RarelyChanged known;
    private final Settings settings;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CalendarDoor(
            JdbcClient database,
            RarelyChanged known,
            Settings settings,
            ApplicationEventPublisher events,
            Clock clock) {
        this.database = database;
        this.known = known;
        this.settings = settings;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A day that was corrected.
     *
     * @param changedBy null if it was done in the database
     */
    record Correction(LocalDate day, boolean open, String reason, String changedBy, OffsetDateTime changedAt) {}

    Optional<Correction> find(LocalDate day) {
        return database.sql("select day, open, reason, changed_by, changed_at from calendar_override "
                        + "where municipality = ? and day = ?")
                .params(settings.municipality(), day)
                .query((row, number) -> new Correction(
                        row.getObject(1, LocalDate.class),
                        row.getBoolean(2),
                        row.getString(3),
                        row.getString(4),
                        row.getObject(5, OffsetDateTime.class)))
                .optional();
    }

    @Transactional
    void correct(LocalDate day, boolean open, String reason, String user) {
        database.sql("""
                        insert into calendar_override (municipality, day, open, reason, changed_by, changed_at)
                        values (?, ?, ?, ?, ?, ?)
                        on conflict (municipality, day) do update set open = excluded.open, reason = excluded.reason,
                          changed_by = excluded.changed_by, changed_at = excluded.changed_at
                        """)
                .params(settings.municipality(), day, open, reason, user, OffsetDateTime.now(clock))
                .update();
        known.changed();
        events.publishEvent(new CalendarChanged(settings.municipality(), day));
    }

    /** The rule holds again. */
    @Transactional
    void withdraw(LocalDate day) {
        database.sql("delete from calendar_override where municipality = ? and day = ?")
                .params(settings.municipality(), day)
                .update();
        known.changed();
        events.publishEvent(new CalendarChanged(settings.municipality(), day));
    }
}
