package jp.tsunagu.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingDaysTest {

    /** 2026-09-18 00:30 in Japan, still the 17th where the clock's own zone is. */
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-09-17T15:30:00Z"), ZoneOffset.UTC);

    private static final LocalDate FRIDAY_BEFORE_LONG_HOLIDAY = LocalDate.of(2026, 9, 18);

    private final WorkingDays workingDays = new WorkingDays(CLOCK, CalendarOverrides.none(), "minato");

    @ParameterizedTest
    @CsvSource({
        "2026-09-18, 1, 2026-09-24",
        "2026-07-17, 5, 2026-07-27",
        "2026-08-07, 1, 2026-08-10",
        "2026-09-04, 3, 2026-09-09",
        "2026-12-28, 1, 2027-01-04",
        "2027-03-22, 0, 2027-03-23",
        "2027-03-22, 1, 2027-03-23",
        "2026-09-18, 0, 2026-09-18",
        "2026-09-19, 0, 2026-09-24",
        "2026-09-19, 1, 2026-09-24"
    })
    void countsWorkingDaysFromTheDayAfter(LocalDate day, int count, LocalDate expected) {
        assertThat(workingDays.addWorkingDays(day, count)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-09-18, 2026-09-24, 1",
        "2026-07-17, 2026-07-27, 5",
        "2026-09-24, 2026-09-18, -1",
        "2026-09-18, 2026-09-18, 0",
        "2026-09-18, 2026-09-23, 0"
    })
    void countsWorkingDaysBetweenTwoDays(LocalDate from, LocalDate to, int count) {
        assertThat(workingDays.workingDaysBetween(from, to)).isEqualTo(count);
    }

    @ParameterizedTest
    @CsvSource({"-1", "2001", "-2147483648", "2147483647"})
    void refusesAbsurdCounts(int count) {
        assertThatThrownBy(() -> workingDays.addWorkingDays(FRIDAY_BEFORE_LONG_HOLIDAY, count))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("開庁日の日数");
    }

    @Test
    void findsTheOpenDayBefore() {
        assertThat(workingDays.previousOpenDay(LocalDate.of(2026, 9, 23))).isEqualTo(FRIDAY_BEFORE_LONG_HOLIDAY);
        assertThat(workingDays.previousOpenDay(FRIDAY_BEFORE_LONG_HOLIDAY)).isEqualTo(FRIDAY_BEFORE_LONG_HOLIDAY);
    }

    @Test
    void opensAndClosesInJapaneseTime() {
        assertThat(workingDays.openingTime(FRIDAY_BEFORE_LONG_HOLIDAY).toInstant())
                .isEqualTo("2026-09-17T23:30:00Z");
        assertThat(workingDays.closingTime(FRIDAY_BEFORE_LONG_HOLIDAY).toInstant())
                .isEqualTo("2026-09-18T08:15:00Z");
    }

    @Test
    void reckonsDueDatesFromTheJapaneseDay() {
        assertThat(workingDays.today()).isEqualTo(FRIDAY_BEFORE_LONG_HOLIDAY);
        assertThat(workingDays.after(1)).isEqualTo(Instant.parse("2026-09-24T08:15:00Z"));
    }

    @Test
    void overridesWinInBothDirectionsForTheirMunicipalityOnly() {
        LocalDate saturday = LocalDate.of(2026, 9, 19);
        LocalDate thursday = LocalDate.of(2026, 9, 24);
        Map<LocalDate, Boolean> table = Map.of(saturday, true, thursday, false);
        WorkingDays minato = new WorkingDays(
                CLOCK,
                (municipality, day) ->
                        municipality.equals("minato") ? Optional.ofNullable(table.get(day)) : Optional.empty(),
                "minato");

        assertThat(minato.addWorkingDays(FRIDAY_BEFORE_LONG_HOLIDAY, 1)).isEqualTo(saturday);
        assertThat(minato.addWorkingDays(FRIDAY_BEFORE_LONG_HOLIDAY, 2)).isEqualTo(LocalDate.of(2026, 9, 25));
        assertThat(minato.forMunicipality("nagaoka").addWorkingDays(FRIDAY_BEFORE_LONG_HOLIDAY, 1))
                .isEqualTo(thursday);
    }

    @Test
    void aMunicipalityMayHaveItsOwnHoursAndClosingDays() {
        CalendarOverrides osaka = new CalendarOverrides() {
            @Override
            public Optional<Boolean> openOn(String municipality, LocalDate day) {
                return Optional.empty();
            }

            @Override
            public OfficeHours hoursOn(String municipality, LocalDate day) {
                return new OfficeHours(LocalTime.of(9, 0), LocalTime.of(17, 30));
            }
        };
        ClosingDays foundationDay = (municipality, day) -> day.equals(FRIDAY_BEFORE_LONG_HOLIDAY);
        WorkingDays other = new WorkingDays(CLOCK, osaka, foundationDay, "osaka-minato");

        assertThat(other.closingTime(FRIDAY_BEFORE_LONG_HOLIDAY).toLocalTime()).isEqualTo("17:30");
        assertThat(other.isOpen(FRIDAY_BEFORE_LONG_HOLIDAY)).isFalse();
    }

    @Test
    void anOverrideDecidesBeyondTheComputedYears() {
        LocalDate day = LocalDate.of(2051, 1, 4);

        assertThatThrownBy(() -> workingDays.isOpen(day)).hasMessageContaining("2051年");
        assertThat(new WorkingDays(CLOCK, (municipality, any) -> Optional.of(true), "minato").isOpen(day))
                .isTrue();
    }

    @Test
    void anOfficeThatNeverOpensIsReported() {
        WorkingDays closed = new WorkingDays(CLOCK, (municipality, day) -> Optional.of(false), "minato");

        assertThatThrownBy(() -> closed.nextOpenDay(FRIDAY_BEFORE_LONG_HOLIDAY))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("開庁日がありません");
    }
}
