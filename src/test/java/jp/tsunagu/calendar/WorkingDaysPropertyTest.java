package jp.tsunagu.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class WorkingDaysPropertyTest {

    private static final LocalDate FIRST = LocalDate.of(2000, 2, 1);
    private static final int DAYS_TO_2040 = 14_600;

    private final WorkingDays workingDays = new WorkingDays(Clock.systemUTC(), CalendarOverrides.none(), "minato");

    @Property(tries = 500)
    void theNextOpenDayIsOpenAndNoneIsSkipped(@ForAll @IntRange(max = DAYS_TO_2040) int offset) {
        LocalDate day = FIRST.plusDays(offset);
        LocalDate next = workingDays.nextOpenDay(day);

        assertThat(next).isAfterOrEqualTo(day).matches(workingDays::isOpen);
        assertThat(day.datesUntil(next)).noneMatch(workingDays::isOpen);
    }

    @Property(tries = 500)
    void thePreviousOpenDayIsOpenAndNoneIsSkipped(@ForAll @IntRange(max = DAYS_TO_2040) int offset) {
        LocalDate day = FIRST.plusDays(offset);
        LocalDate previous = workingDays.previousOpenDay(day);

        assertThat(previous).isBeforeOrEqualTo(day).matches(workingDays::isOpen);
        assertThat(previous.plusDays(1).datesUntil(day.plusDays(1))).noneMatch(workingDays::isOpen);
    }

    @Property(tries = 300)
    void moreWorkingDaysNeverEndEarlier(
            @ForAll @IntRange(max = DAYS_TO_2040) int offset, @ForAll @IntRange(max = 300) int count) {
        LocalDate day = FIRST.plusDays(offset);
        LocalDate end = workingDays.addWorkingDays(day, count);

        assertThat(workingDays.addWorkingDays(day, count + 1)).isAfterOrEqualTo(end);
        assertThat(workingDays.addWorkingDays(day.plusDays(1), count)).isAfterOrEqualTo(end);
    }

    @Property(tries = 300)
    void countingBackGivesTheCount(
            @ForAll @IntRange(max = DAYS_TO_2040) int offset, @ForAll @IntRange(min = 1, max = 300) int count) {
        LocalDate day = FIRST.plusDays(offset);
        LocalDate end = workingDays.addWorkingDays(day, count);

        assertThat(workingDays.workingDaysBetween(day, end)).isEqualTo(count);
        assertThat(workingDays.workingDaysBetween(end, day)).isEqualTo(-count);
    }
}
