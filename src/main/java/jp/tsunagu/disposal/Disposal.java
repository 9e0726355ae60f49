package jp.tsunagu.disposal;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * A case on its way to erasure.
 *
 * @param request true if the person asked for it before the time was over
 * @param note only with a request; null once the case is gone
 * @param obstacle why it could not be erased when its turn came, or null
 */
record Disposal(
        UUID id,
        UUID caseId,
        String caseNumber,
        boolean request,
        Ground ground,
        String note,
        LocalDate requestedOn,
        LocalDate closedOn,
        LocalDate keptUntil,
        State state,
        String proposedBy,
        OffsetDateTime proposedAt,
        String approvedBy,
        OffsetDateTime approvedAt,
        String obstacle) {

    /** Proposed by 主任, approved by 課長, then erased; or somebody thought better of it. */
    enum State {
        PROPOSED,
        APPROVED,
        WITHDRAWN,
        ERASED
    }

    String kind() {
        return request ? "REQUEST" : "RETENTION";
    }
}
