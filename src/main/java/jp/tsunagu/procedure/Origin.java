package jp.tsunagu.procedure;

import java.time.LocalDate;

/**
 * Where a procedure set comes from.
 *
 * @param source {@code packaged} or {@code administrator}
 * @param title what it is about, and
 * @param reason why, as the 改定案 or the withdrawal says; null if the product brought it
 * @param person who approved or withdrew it; null if the product brought it
 * @param effectiveOn its 施行日, null if the product brought it
 * @param draft the 改定案 it comes from, or null
 * @param withdraws the set that it takes back, or null
 */
public record Origin(
        String source,
        String title,
        String reason,
        String person,
        LocalDate effectiveOn,
        Integer draft,
        Integer withdraws) {

    /** Whatever is deployed from this source, no packaged file ever replaces. */
    public static final String ADMINISTRATOR = "administrator";

    static Origin packaged() {
        return new Origin(PackagedDeployer.PACKAGED, null, null, null, null, null, null);
    }
}
