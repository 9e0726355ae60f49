package jp.tsunagu.calendar;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What a municipality sets by hand and what wins over every computed rule: 区長 may open or close the office
 * (港区生活・就労支援センター事業実施要綱 第3条), and a law may move a holiday after this program was written.
 */
@FunctionalInterface
public interface CalendarOverrides {

    /** True: open although closed by rule; false: closed although open by rule; empty: the rule holds. */
    Optional<Boolean> openOn(String municipality, LocalDate day);

    /** The opening hours of the office on this day; a municipality with other hours answers its own. */
    default OfficeHours hoursOn(String municipality, LocalDate day) {
        return OfficeHours.STANDARD;
    }

    /** No override at all. */
    static CalendarOverrides none() {
        return (municipality, day) -> Optional.empty();
    }
}
