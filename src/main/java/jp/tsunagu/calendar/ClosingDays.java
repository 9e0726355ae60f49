package jp.tsunagu.calendar;

import java.time.LocalDate;
import java.time.MonthDay;

/** The days on which an office is closed besides Saturdays, Sundays and national holidays. */
@FunctionalInterface
public interface ClosingDays {

    /** Whether the office of this municipality is closed on this day for a reason of its own. */
    boolean isClosed(String municipality, LocalDate day);

    /** 29 December to 3 January, everywhere: 港区生活・就労支援センター事業実施要綱 第3条. */
    static ClosingDays yearEnd() {
        MonthDay first = MonthDay.of(12, 29);
        MonthDay last = MonthDay.of(1, 3);
        return (municipality, day) -> {
            MonthDay date = MonthDay.from(day);
            return !date.isBefore(first) || !date.isAfter(last);
        };
    }
}
