package jp.tsunagu.access.account;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** An account with what administrators see of it. */
record AccountLine(
        String id, String familyName, String givenName, String email, List<String> groups, AccountState state) {

    String name() {
        return (familyName + " " + givenName).strip();
    }

    boolean isOpen(LocalDate today, Instant now) {
        return !state.isOver(today) && !state.isLocked(now);
    }
}
