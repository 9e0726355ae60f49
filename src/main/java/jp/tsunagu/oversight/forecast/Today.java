package jp.tsunagu.oversight.forecast;

import java.time.LocalDate;
import java.time.OffsetDateTime;

/**
 * The moment of a forecast.
 *
 * @param number how many working days there were up to and including this day ({@code working_day_number})
 * @param until the last day that the forecast speaks of
 */
record Today(OffsetDateTime at, LocalDate day, int number, LocalDate until) {}
