package jp.tsunagu.casefile;

import java.time.LocalDate;

/**
 * What somebody writes into a line of 第3号様式. Facts are kept apart from the person's words and from opinion, because the
 * person may ask to see their file.
 *
 * @param with whom the contact was with; null in lines of forms, which say it in words
 * @param counterpart their name or office, in words; null if {@code with} says enough
 * @param minutes 所要時間; null if not noted
 * @param colleagues who of the office took part besides the author; null if nobody
 */
public record ProgressEntry(
        LocalDate occurredOn,
        String method,
        Counterpart with,
        String counterpart,
        String facts,
        String personsWords,
        String opinion,
        String nextStep,
        LocalDate nextDate,
        Integer minutes,
        String colleagues) {}
