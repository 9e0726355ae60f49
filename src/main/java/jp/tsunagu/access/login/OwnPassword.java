package jp.tsunagu.access.login;

import java.util.Optional;
import jp.tsunagu.access.account.AccountTable;
import jp.tsunagu.engine.RefusedException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Somebody gives themselves another password. */
@Component
class OwnPassword {

    private final IdentityService identity;
    private final PasswordLogin passwords;
    private final PasswordRules rules;
    private final AccountTable accounts;
    private final TransactionTemplate transaction;

    OwnPassword(
            IdentityService identity,
            PasswordLogin passwords,
            PasswordRules rules,
            AccountTable accounts,
            TransactionTemplate transaction) {
        this.identity = identity;
        this.passwords = passwords;
        this.rules = rules;
        this.accounts = accounts;
        this.transaction = transaction;
    }

    /**
     * From now on only the new one counts, and every session that began with the old one is over.
     *
     * @throws RefusedException if the present one is wrong, or the new one may not be a password
     */
    void change(String user, String present, String next) {
        try {
            if (!passwords.matches(user, present, accounts.of(user).generation())) {
                throw RefusedException.ofAct("今のパスワードが違います。");
            }
        } catch (TooManyTriesException e) {
            throw RefusedException.ofAct(e.getMessage());
        }
        if (next.equals(present)) {
            throw RefusedException.ofAct("新しいパスワードが今のものと同じです。");
        }
        rules.check(user, next);
        transaction.executeWithoutResult(status -> set(user, next));
    }

    private void set(String user, String password) {
        User account = Optional.ofNullable(
                        identity.createUserQuery().userId(user).singleResult())
                .orElseThrow(() -> RefusedException.ofAct("この利用者IDはありません。"));
        account.setPassword(password);
        identity.saveUser(account);
        accounts.passwordChanged(user, false);
    }
}
