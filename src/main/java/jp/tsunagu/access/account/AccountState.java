package jp.tsunagu.access.account;

import java.time.Instant;
import java.time.LocalDate;

/**
 * An account at this moment.
 *
 * @param endsOn the last day of a login, or null
 * @param lockedUntil when a lock by an administrator ends, or null; {@link Instant#MAX} until somebody unlocks it
 * @param generation a session counts as long as this is what it was when it began
 * @param external may log in at the identity provider
 * @param externalId who that is there; null as long as it has not happened
 */
public record AccountState(
        boolean contractor,
        LocalDate endsOn,
        boolean mustChangePassword,
        Instant passwordChangedAt,
        Instant lockedUntil,
        Instant lastLoginAt,
        long generation,
        boolean external,
        String externalId) {

    static final AccountState ORDINARY = new AccountState(false, null, false, null, null, null, 0, false, null);

    public boolean isOver(LocalDate today) {
        return endsOn != null && endsOn.isBefore(today);
    }

    public boolean isLocked(Instant now) {
        return lockedUntil != null && lockedUntil.isAfter(now);
    }
}
