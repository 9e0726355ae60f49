package jp.tsunagu.support;

import java.time.LocalDate;
import java.util.List;
import jp.tsunagu.calendar.MonthDates;

/** The dates of follow-up after closing: so many months after the closing, with right month ends. */
final class FollowUpSchedule {

    private FollowUpSchedule() {}

    static List<LocalDate> of(LocalDate closedOn, List<String> months) {
        return months.stream()
                .map(Integer::valueOf)
                .sorted()
                .map(month -> MonthDates.plusMonths(closedOn, month))
                .toList();
    }
}
