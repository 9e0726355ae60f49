package jp.tsunagu.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.function.IntFunction;

/** One named day of the law and the years, both ends included, in which that wording holds. */
record HolidayRule(String name, int firstYear, int lastYear, IntFunction<LocalDate> date) {

    HolidayRule(String name, IntFunction<LocalDate> date) {
        this(name, NationalHolidays.FIRST_YEAR, NationalHolidays.LAST_YEAR, date);
    }

    static HolidayRule fixed(String name, int month, int dayOfMonth) {
        return new HolidayRule(name, year -> LocalDate.of(year, month, dayOfMonth));
    }

    /** The {@code ordinal}-th Monday of the month. */
    static HolidayRule monday(String name, int month, int ordinal) {
        return new HolidayRule(
                name,
                year -> LocalDate.of(year, month, 1)
                        .with(TemporalAdjusters.dayOfWeekInMonth(ordinal, DayOfWeek.MONDAY)));
    }

    HolidayRule from(int year) {
        return between(year, lastYear);
    }

    HolidayRule until(int year) {
        return between(firstYear, year);
    }

    HolidayRule between(int first, int last) {
        return new HolidayRule(name, first, last, date);
    }

    boolean appliesIn(int year) {
        return firstYear <= year && year <= lastYear;
    }

    LocalDate on(int year) {
        return date.apply(year);
    }
}
