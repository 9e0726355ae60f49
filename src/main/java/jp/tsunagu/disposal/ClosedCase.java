package jp.tsunagu.disposal;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A case, as far as its disposal goes.
 *
 * @param person whose case it is
 * @param closedOn null while it is open
 */
record ClosedCase(UUID id, String number, UUID person, String municipality, LocalDate receivedOn, LocalDate closedOn) {}
