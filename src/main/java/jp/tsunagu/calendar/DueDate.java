package jp.tsunagu.calendar;

import java.time.LocalDate;

/**
 * A date reckoned in calendar time, with the working day on which the office deals with it. Both are shown to staff.
 *
 * @param calendarDate the date as reckoned, open or not
 * @param workingDate the open day for the work: after the calendar date for a task, before it for a legal limit
 * @param legalLimit whether a law sets the date (e.g. 14 days for the welfare decision, 生活保護法第24条第5項)
 */
public record DueDate(LocalDate calendarDate, LocalDate workingDate, boolean legalLimit) {

    /** A task of the office: on a closed day it waits for the next open day. */
    public static DueDate ofTask(LocalDate date, WorkingDays workingDays) {
        return new DueDate(date, workingDays.nextOpenDay(date), false);
    }

    /** A limit set by law: never later than reckoned, so on a closed day the work is due on the open day before it. */
    public static DueDate ofLegalLimit(LocalDate date, WorkingDays workingDays) {
        return new DueDate(date, workingDays.previousOpenDay(date), true);
    }

    /** Whether the calendar date is a closed day, so that the two dates differ. */
    public boolean moved() {
        return !calendarDate.equals(workingDate);
    }

    /** The last day in time: a legal limit itself is never moved. */
    public LocalDate lastDay() {
        return legalLimit ? calendarDate : workingDate;
    }

    /** Both dates for staff, or one where they are the same: 令和8年10月18日（日）／開庁日 令和8年10月16日（金）. */
    public String text() {
        String date = Wareki.formatWithWeekday(calendarDate);
        return moved() ? date + "／開庁日 " + Wareki.formatWithWeekday(workingDate) : date;
    }
}
