package jp.tsunagu.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MonthDatesTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-30, 3, 2027-02-28",
        "2027-11-30, 3, 2028-02-29",
        "2026-09-04, 3, 2026-12-04",
        "2026-12-22, 6, 2027-06-22",
        "2028-02-29, 12, 2029-02-28",
        "2026-05-31, 0, 2026-05-31"
    })
    void addsMonthsWithRightMonthEnds(LocalDate base, int months, LocalDate expected) {
        assertThat(MonthDates.plusMonths(base, months)).isEqualTo(expected);
    }

    @Test
    void aSeriesReturnsToTheDayOfItsBase() {
        assertThat(MonthDates.series(LocalDate.of(2026, 1, 31), 1, 4))
                .containsExactly(
                        LocalDate.of(2026, 2, 28),
                        LocalDate.of(2026, 3, 31),
                        LocalDate.of(2026, 4, 30),
                        LocalDate.of(2026, 5, 31));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-09-04, 6, 2027-03-03",
        "2026-10-01, 12, 2027-09-30",
        "2026-08-28, 6, 2027-02-27",
        "2026-08-29, 6, 2027-02-28",
        "2026-08-31, 6, 2027-02-28",
        "2028-02-29, 12, 2029-02-28"
    })
    void aTermEndsOnTheDayBeforeTheCorrespondingDay(LocalDate first, int months, LocalDate last) {
        assertThat(MonthDates.lastDayOfTerm(first, months)).isEqualTo(last);
    }

    @Test
    void refusesAbsurdNumbers() {
        LocalDate day = LocalDate.of(2026, 9, 18);

        assertThatThrownBy(() -> MonthDates.plusMonths(day, -1)).hasMessageContaining("月数");
        assertThatThrownBy(() -> MonthDates.plusMonths(day, 1201)).hasMessageContaining("月数");
        assertThatThrownBy(() -> MonthDates.series(day, 0, 3)).hasMessageContaining("間隔");
        assertThatThrownBy(() -> MonthDates.series(day, 65536, 65536)).hasMessageContaining("間隔");
        assertThatThrownBy(() -> MonthDates.lastDayOfTerm(day, 0)).hasMessageContaining("期間");
    }
}
