package jp.tsunagu.municipality;

import java.time.LocalDate;

/**
 * Somebody corrected the calendar. Told in the transaction of the change, so that the dates of tasks go with it.
 */
public record CalendarChanged(String municipality, LocalDate day) {}
