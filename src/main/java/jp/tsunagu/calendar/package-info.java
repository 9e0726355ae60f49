/**
 * Working days, national holidays, month ends and 和暦.
 *
 * <p>Everything here counts in Japanese civil days: the zone is {@link jp.tsunagu.calendar.WorkingDays#TOKYO}, never
 * the default of the machine. The package depends on no other package of Tsunagu.
 */
package jp.tsunagu.calendar;
