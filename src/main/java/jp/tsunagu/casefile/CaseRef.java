package jp.tsunagu.casefile;

import java.time.LocalDate;
import java.util.UUID;

/**
 * What other modules may know of a case without opening it.
 *
 * @param number the case number, e.g. {@code R8-00042}
 * @param processInstanceId the instance of the main process that carries the case
 * @param nextDate when something has to happen next; null only before the first step and after closing
 * @param waitingSince since when the person cannot be reached; null while they can
 */
public record CaseRef(
        UUID id,
        String number,
        String municipality,
        LocalDate receivedOn,
        CaseStatus status,
        String processInstanceId,
        LocalDate nextDate,
        LocalDate waitingSince) {}
