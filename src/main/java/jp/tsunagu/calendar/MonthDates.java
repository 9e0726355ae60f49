package jp.tsunagu.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/** Dates that lie whole months after a base date, always reckoned from that base, so that month ends do not drift. */
public final class MonthDates {

    /** Largest distance from the base, in months: 100 years. */
    public static final int MAX_MONTHS = 1200;

    private MonthDates() {}

    /**
     * The same day of the month, or the month's last day where it has no such day: 30 November + 3 = 28/29 February.
     *
     * @throws IllegalArgumentException if {@code months} is negative or above {@link #MAX_MONTHS}
     */
    public static LocalDate plusMonths(LocalDate base, int months) {
        if (months < 0 || months > MAX_MONTHS) {
            throw new IllegalArgumentException("月数は0から" + MAX_MONTHS + "までで指定してください（指定: " + months + "）。");
        }
        return base.plusMonths(months);
    }

    /**
     * {@code count} dates every {@code stepMonths} months, without the base: 31 January every month is 28 February,
     * 31 March, 30 April.
     *
     * @throws IllegalArgumentException if a number is below 1 or the series ends after {@link #MAX_MONTHS}
     */
    public static List<LocalDate> series(LocalDate base, int stepMonths, int count) {
        if (stepMonths < 1 || count < 1 || (long) stepMonths * count > MAX_MONTHS) {
            throw new IllegalArgumentException("間隔と回数は1以上で、合わせて" + MAX_MONTHS + "か月以内にしてください。");
        }
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> plusMonths(base, i * stepMonths))
                .toList();
    }

    /**
     * The last day of a term of months whose first day counts: the day before the corresponding day, or the
     * month's last day where there is no corresponding day (民法第143条第2項): six months from 4 September end on 3 March.
     *
     * @throws IllegalArgumentException if {@code months} is below 1 or above {@link #MAX_MONTHS}
     */
    public static LocalDate lastDayOfTerm(LocalDate firstDay, int months) {
        if (months < 1) {
            throw new IllegalArgumentException("期間は1か月以上にしてください（指定: " + months + "）。");
        }
        LocalDate end = plusMonths(firstDay, months);
        return end.getDayOfMonth() == firstDay.getDayOfMonth() ? end.minusDays(1) : end;
    }
}
