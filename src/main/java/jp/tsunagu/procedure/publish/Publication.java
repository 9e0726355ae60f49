package jp.tsunagu.procedure.publish;

import java.time.LocalDate;
import java.time.OffsetDateTime;

/**
 * What is to become of a 改定案.
 *
 * @param effectiveOn 施行日, null as long as nobody named one
 * @param set the procedure set it became, null before its day
 * @param withdrawnBy the set by which it was taken back, or null
 */
public record Publication(
        int draft,
        Transition transition,
        LocalDate effectiveOn,
        String proposedBy,
        OffsetDateTime proposedAt,
        String approvedBy,
        OffsetDateTime approvedAt,
        Integer set,
        Integer withdrawnBy) {

    /** The set to which cases were brought last because of it, or null. */
    Integer lastSet() {
        return withdrawnBy == null ? set : withdrawnBy;
    }
}
