package jp.tsunagu.procedure.draft;

import java.time.OffsetDateTime;

/**
 * A file that differs from the base of its 改定案.
 *
 * @param name with its folder
 * @param revision counts its savings; who saves over one they have not seen is refused
 * @param removed true if the procedure is to be without it
 */
public record DraftFile(String name, int revision, boolean removed, String changedBy, OffsetDateTime changedAt) {}
