package jp.tsunagu.casefile;

import java.time.LocalDate;

/** One line of 第3号様式 as it is shown: facts, the person's words and the worker's opinion kept apart. */
public record ProgressLine(
        LocalDate occurredOn,
        String method,
        String counterpart,
        String facts,
        String personsWords,
        String opinion,
        String nextStep,
        LocalDate nextDate,
        String step,
        String recordedBy) {}
