package jp.tsunagu.oversight;

import java.util.List;

/**
 * A line of the list as a page shows it, in Japanese.
 *
 * @param name null for those who may not open the case
 * @param whom for whom it waits, {@code holder} who of them, {@code matter} for what
 * @param target empty without one
 * @param over beyond the target by so many working days; empty if it is not
 * @param next what is planned next; empty if nothing is
 * @param said what staff said about it; empty if nobody said anything
 * @param done what supervisors did about it
 * @param task where the task is opened; null if there is none, or this person does not see it
 * @param notYours why this person cannot act on it; null if they can
 */
record StuckRow(
        String id,
        String caseNumber,
        String name,
        String step,
        String since,
        int waited,
        String target,
        String over,
        boolean escalated,
        String whom,
        String holder,
        String matter,
        String contact,
        String next,
        List<String> why,
        String said,
        List<String> done,
        String task,
        String notYours) {}
