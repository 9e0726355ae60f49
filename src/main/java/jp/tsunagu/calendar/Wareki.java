package jp.tsunagu.calendar;

import java.time.LocalDate;
import java.util.Optional;

/** Dates as Japanese offices write them (和暦), from 明治6年1月1日 on: 令和8年9月18日. */
public final class Wareki {

    private static final String WEEKDAYS = "月火水木金土日";

    private Wareki() {}

    /**
     * 令和8年9月18日; the first year of an era is 元年.
     *
     * @throws IllegalArgumentException before 明治6年1月1日
     */
    public static String format(LocalDate day) {
        Gengo era =
                Gengo.of(day).orElseThrow(() -> new IllegalArgumentException("和暦で表せるのは明治6年1月1日からです（指定: " + day + "）。"));
        return era.year(day.getYear()) + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }

    /**
     * 令和8年9月18日（金）.
     *
     * @throws IllegalArgumentException before 明治6年1月1日
     */
    public static String formatWithWeekday(LocalDate day) {
        return format(day) + "（" + weekday(day) + "）";
    }

    /**
     * R8.9.18, for tables with little room.
     *
     * @throws IllegalArgumentException before 明治6年1月1日
     */
    public static String formatShort(LocalDate day) {
        Gengo era = Gengo.of(day).orElseThrow(() -> new IllegalArgumentException(day.toString()));
        return era.shortYear(day.getYear()) + "." + day.getMonthValue() + "." + day.getDayOfMonth();
    }

    /**
     * A date as staff type it: 2026-09-18, 2026/9/18, 2026年9月18日, 20260918, R8.9.18, 昭48/3/5, 令和元年5月1日, with or
     * without weekday, in full or half width. Empty if it is not a date, if there is no such day (2026-02-30,
     * 昭和64年1月8日), if the weekday is wrong, or if it lies before 明治6年1月1日.
     */
    public static Optional<LocalDate> parse(String text) {
        return WarekiParser.parse(text);
    }

    /** The fiscal year (年度, April to March) of a day. */
    public static FiscalYear fiscalYear(LocalDate day) {
        return FiscalYear.of(day);
    }

    static String weekday(LocalDate day) {
        return WEEKDAYS.substring(
                day.getDayOfWeek().ordinal(), day.getDayOfWeek().getValue());
    }
}
