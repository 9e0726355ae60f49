package jp.tsunagu.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The holidays (休日) of 国民の祝日に関する法律: the days of 第2条 with 振替休日 (第3条第2項) and 国民の休日 (第3条第3項).
 *
 * <p>What the law will change after this was written is not known here: such a day belongs in
 * {@link CalendarOverrides}.
 */
public final class NationalHolidays {

    /** First year that can be computed: ハッピーマンデー (平成10年法律第141号) begins here. */
    public static final int FIRST_YEAR = 2000;

    /** Last year that can be computed. */
    public static final int LAST_YEAR = 2050;

    private static final Map<Integer, SortedMap<LocalDate, String>> YEARS = IntStream.rangeClosed(FIRST_YEAR, LAST_YEAR)
            .boxed()
            .collect(Collectors.toUnmodifiableMap(Function.identity(), NationalHolidays::compute));

    private NationalHolidays() {}

    /**
     * The Japanese name of the holiday on this day, or empty if the day is none.
     *
     * @throws IllegalArgumentException if the year cannot be computed: “no holiday” would be a wrong answer
     */
    public static Optional<String> nameOf(LocalDate day) {
        return Optional.ofNullable(ofYear(day.getYear()).get(day));
    }

    /**
     * All holidays of a calendar year with their Japanese names, in order; unmodifiable.
     *
     * @throws IllegalArgumentException if the year is outside {@link #FIRST_YEAR} to {@link #LAST_YEAR}
     */
    public static SortedMap<LocalDate, String> ofYear(int year) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw new IllegalArgumentException(
                    "祝日を計算できるのは" + FIRST_YEAR + "年から" + LAST_YEAR + "年までです（指定: " + year + "年）。");
        }
        return YEARS.get(year);
    }

    private static SortedMap<LocalDate, String> compute(int year) {
        NavigableMap<LocalDate, String> named = HolidayLaw.namedDays(year);
        NavigableMap<LocalDate, String> all = new TreeMap<>(named);
        named.keySet().stream()
                .filter(NationalHolidays::isSunday)
                .forEach(sunday -> all.put(nextUnnamed(sunday, named), "振替休日"));
        named.keySet().stream()
                .map(day -> day.plusDays(1))
                .filter(day -> !isSunday(day) && named.containsKey(day.plusDays(1)))
                .forEach(between -> all.putIfAbsent(between, "国民の休日"));
        return Collections.unmodifiableSortedMap(all);
    }

    /** 第3条第2項: the nearest later day that is not itself a 国民の祝日 (3–5 May push it to the 6th). */
    private static LocalDate nextUnnamed(LocalDate sunday, NavigableMap<LocalDate, String> named) {
        LocalDate day = sunday.plusDays(1);
        while (named.containsKey(day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    /** 第3条第3項 left out Sundays until 2006 (2003-05-04 was none); after that no Sunday lies between two holidays. */
    private static boolean isSunday(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
