package jp.tsunagu.calendar;

import java.time.LocalDate;

/**
 * 春分日 and 秋分日 by the usual approximation, good for 1980 to 2099.
 *
 * <p>The law names only the astronomical day; it becomes binding by the notice (暦要項) of the National Astronomical
 * Observatory each February for the next year. Should a notice differ, {@link CalendarOverrides} corrects it.
 */
final class Equinox {

    private Equinox() {}

    static LocalDate spring(int year) {
        return LocalDate.of(year, 3, dayOfMonth(20.8431, year));
    }

    static LocalDate autumn(int year) {
        return LocalDate.of(year, 9, dayOfMonth(23.2488, year));
    }

    private static int dayOfMonth(double in1980, int year) {
        int years = year - 1980;
        return (int) (in1980 + 0.242194 * years - years / 4);
    }
}
