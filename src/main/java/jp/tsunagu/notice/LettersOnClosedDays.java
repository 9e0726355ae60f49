package jp.tsunagu.notice;

import java.time.LocalDate;
import jp.tsunagu.calendar.WorkingDays;
import jp.tsunagu.municipality.CalendarChanged;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A day that is closed after letters became due on it: they go to the next open day, as the tasks do. */
@Component
class LettersOnClosedDays {

    private final WorkingDays workingDays;
    private final JdbcClient database;

    LettersOnClosedDays(WorkingDays workingDays, JdbcClient database) {
        this.workingDays = workingDays;
        this.database = database;
    }

    /** In the transaction of whoever changed the calendar. */
    @EventListener
    void changed(CalendarChanged change) {
        LocalDate day = change.day();
        if (workingDays.isOpen(day)) {
            return;
        }
        for (String column : new String[] {"remind_on", "due_on"}) {
            database.sql("update notice set " + column + " = ? where " + column
                            + " = ? and receiver is not null and state <> 'SENT'")
                    .params(workingDays.nextOpenDay(day), day)
                    .update();
        }
    }
}
