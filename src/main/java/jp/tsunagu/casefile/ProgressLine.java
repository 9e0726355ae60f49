package jp.tsunagu.casefile;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * One line of 第3号様式 as it is shown: facts, the person's words and the worker's opinion kept apart.
 *
 * @param step the step whose form wrote it, or {@value #OWN_PAGE}
 * @param corrects the line in whose place this one stands; null for a first line
 * @param correctionReason why; null for a first line
 * @param withdrawn true if the corrected line is taken back and nothing stands in its place
 * @param correctedBy the line that stands in the place of this one; null while this one holds
 */
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
        UUID id,
        Counterpart with,
        Integer minutes,
        String colleagues,
        String recordedBy,
        Instant recordedAt,
        UUID corrects,
        String correctionReason,
        boolean withdrawn,
        UUID correctedBy) {

    /** The step of a line that no form wrote. */
    public static final String OWN_PAGE = "record";

    /** True while the line says what is so: neither corrected nor taken back. */
    public boolean holds() {
        return correctedBy == null && !withdrawn;
    }

    /** What was written, for a correction to begin with. */
    public ProgressEntry entry() {
        return new ProgressEntry(
                occurredOn,
                method,
                with,
                counterpart,
                facts,
                personsWords,
                opinion,
                nextStep,
                nextDate,
                minutes,
                colleagues);
    }
}
