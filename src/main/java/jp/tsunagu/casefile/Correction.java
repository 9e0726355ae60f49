package jp.tsunagu.casefile;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A 訂正 that was made.
 *
 * @param version which version of the form no longer counts
 * @param told whose step it was
 */
public record Correction(
        String step,
        String taskId,
        int version,
        LocalDate actDate,
        String reason,
        String takenBackBy,
        Instant takenBackAt,
        String told) {}
