package jp.tsunagu.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClosingDaysTest {

    @ParameterizedTest
    @CsvSource({
        "2026-12-28, false",
        "2026-12-29, true",
        "2026-12-31, true",
        "2027-01-01, true",
        "2027-01-03, true",
        "2027-01-04, false",
        "2026-07-01, false"
    })
    void closesFrom29DecemberTo3January(LocalDate day, boolean closed) {
        assertThat(ClosingDays.yearEnd().isClosed("minato", day)).isEqualTo(closed);
    }

    @Test
    void officeHoursMustBeInOrder() {
        assertThatThrownBy(() -> new OfficeHours(LocalTime.NOON, LocalTime.NOON))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("閉庁時刻");
    }
}
