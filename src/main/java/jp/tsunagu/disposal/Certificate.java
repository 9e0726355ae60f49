package jp.tsunagu.disposal;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.SortedMap;
import java.util.UUID;

/**
 * 廃棄証明: that a case was erased, when, by whose approval, and how many rows of what kind. Its number is that of the case; it says
 * nothing of the person. The journal holds the same.
 *
 * @param erased kind of rows → how many
 * @param afterRestore erased once more, after a backup had brought the case back
 */
record Certificate(
        UUID disposalId,
        UUID caseId,
        String caseNumber,
        String kind,
        Ground ground,
        LocalDate closedOn,
        LocalDate keptUntil,
        String proposedBy,
        OffsetDateTime proposedAt,
        String approvedBy,
        OffsetDateTime approvedAt,
        OffsetDateTime erasedAt,
        SortedMap<String, Integer> erased,
        boolean afterRestore) {

    static Certificate of(
            Disposal of, OffsetDateTime erasedAt, SortedMap<String, Integer> erased, boolean afterRestore) {
        return new Certificate(
                of.id(),
                of.caseId(),
                of.caseNumber(),
                of.kind(),
                of.ground(),
                of.closedOn(),
                of.keptUntil(),
                of.proposedBy(),
                of.proposedAt(),
                of.approvedBy(),
                of.approvedAt(),
                erasedAt,
                erased,
                afterRestore);
    }
}
