package jp.tsunagu.access.login;

import java.util.Optional;
import jp.tsunagu.access.account.AccountActs;
import jp.tsunagu.access.account.AccountTable;
import jp.tsunagu.access.account.MembershipRule;
import jp.tsunagu.engine.AccountChange;
import jp.tsunagu.engine.AccountRules;
import jp.tsunagu.engine.RefusedException;
import org.springframework.stereotype.Component;

/** What the engine asks about its accounts, at whichever of its doors somebody acts. */
@Component
class AccountDoor implements AccountRules {

    private final AccountTable accounts;
    private final MembershipRule memberships;
    private final AccountActs acts;
    private final PasswordRules rules;
    private final PasswordLogin passwords;
    private final boolean changeFirst;

    AccountDoor(
            AccountTable accounts,
            MembershipRule memberships,
            AccountActs acts,
            PasswordRules rules,
            PasswordLogin passwords,
            LoginSettings settings) {
        this.accounts = accounts;
        this.memberships = memberships;
        this.acts = acts;
        this.rules = rules;
        this.passwords = passwords;
        this.changeFirst = settings.changeFirstPassword();
    }

    @Override
    public void checkMembership(String user, String group) {
        memberships.check(user, group);
    }

    @Override
    public void membershipChanged(String user) {
        accounts.endSessions(user);
    }

    @Override
    public void checkPassword(String user, String password) {
        rules.check(user, password);
    }

    /** What somebody else has set is a first password, which its owner replaces before anything else. */
    @Override
    public void passwordSet(String user, Optional<String> by) {
        boolean bySomebodyElse = by.isPresent() && !by.get().equals(user);
        accounts.passwordChanged(user, bySomebodyElse && changeFirst);
    }

    @Override
    public void deleted(String user) {
        accounts.endSessions(user);
    }

    @Override
    public void changed(String by, AccountChange change) {
        acts.add(by, change);
    }

    @Override
    public boolean matches(String user, String password) {
        try {
            return passwords.matches(user, password, accounts.of(user).generation());
        } catch (TooManyTriesException e) {
            throw RefusedException.ofAct(e.getMessage());
        }
    }
}
