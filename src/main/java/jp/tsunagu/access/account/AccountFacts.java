package jp.tsunagu.access.account;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What other rooms may ask of an account. An account without any of it is an ordinary one of the municipality. */
@Component
public class AccountFacts {

    private final AccountTable accounts;
    private final Clock clock;

    AccountFacts(AccountTable accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    /** 委託先: works for a contractor of the municipality and takes no part in an act of the ward (I-11). */
    public boolean isContractor(String user) {
        return accounts.of(user).contractor();
    }

    /** The last day on which this account may log in, in the municipality's time zone; empty if it has none. */
    public Optional<LocalDate> endsOn(String user) {
        return Optional.ofNullable(accounts.of(user).endsOn());
    }

    /** True if somebody can log in with it today: its last day has not passed, and no administrator has stopped it. */
    public boolean mayLogIn(String user) {
        return !isOver(user) && !accounts.of(user).isLocked(clock.instant());
    }

    /** True after the last day: nobody logs in with it any more, and no work is given to it. */
    public boolean isOver(String user) {
        return accounts.of(user).isOver(LocalDate.now(clock));
    }
}
