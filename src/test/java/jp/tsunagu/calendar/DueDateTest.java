package jp.tsunagu.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DueDateTest {

    private final WorkingDays workingDays = new WorkingDays(Clock.systemUTC(), CalendarOverrides.none(), "minato");

    @Test
    void aTaskWaitsForTheNextOpenDay() {
        DueDate due = DueDate.ofTask(MonthDates.plusMonths(LocalDate.of(2026, 12, 22), 3), workingDays);

        assertThat(due.calendarDate()).isEqualTo(LocalDate.of(2027, 3, 22));
        assertThat(due.workingDate()).isEqualTo(LocalDate.of(2027, 3, 23));
        assertThat(due.lastDay()).isEqualTo(due.workingDate());
        assertThat(due.text()).isEqualTo("令和9年3月22日（月）／開庁日 令和9年3月23日（火）");
    }

    @Test
    void aLegalLimitIsNeverLater() {
        DueDate due = DueDate.ofLegalLimit(LocalDate.of(2026, 9, 18).plusDays(30), workingDays);

        assertThat(due.calendarDate()).isEqualTo(LocalDate.of(2026, 10, 18));
        assertThat(due.workingDate()).isEqualTo(LocalDate.of(2026, 10, 16));
        assertThat(due.lastDay()).isEqualTo(due.calendarDate());
        assertThat(due.text()).isEqualTo("令和8年10月18日（日）／開庁日 令和8年10月16日（金）");
    }

    @Test
    void anOpenDayIsShownOnce() {
        DueDate due = DueDate.ofLegalLimit(LocalDate.of(2026, 9, 18).plusDays(14), workingDays);

        assertThat(due.moved()).isFalse();
        assertThat(due.text()).isEqualTo("令和8年10月2日（金）");
    }
}
