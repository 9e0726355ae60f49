package jp.tsunagu.engine;

import java.util.Optional;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.identity.IdentityOperationResult;
import org.camunda.bpm.engine.impl.identity.db.DbIdentityServiceProvider;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;

/**
 * The engine's accounts, under our rules. The engine would lock an account for good after ten wrong passwords, which lets
 * anybody lock out anybody; so it does not judge passwords itself.
 */
class GuardedAccounts extends DbIdentityServiceProvider {

    private final AccountRules rules;

    GuardedAccounts(AccountRules rules) {
        this.rules = rules;
    }

    @Override
    public IdentityOperationResult saveUser(User user) {
        boolean newPassword = user instanceof UserEntity account && account.hasNewPassword();
        IdentityOperationResult result = super.saveUser(user);
        if (newPassword) {
            rules.passwordSet(user.getId(), whoActs());
        }
        return result;
    }

    private Optional<String> whoActs() {
        return Optional.ofNullable(getCommandContext().getAuthentication()).map(Authentication::getUserId);
    }

    @Override
    public IdentityOperationResult deleteUser(String user) {
        IdentityOperationResult result = super.deleteUser(user);
        rules.deleted(user);
        return result;
    }

    @Override
    public boolean checkPassword(String user, String password) {
        return user != null && password != null && rules.matches(user, password);
    }

    @Override
    public IdentityOperationResult createMembership(String user, String group) {
        AccountRefusedException.check(whoActs().isPresent(), () -> rules.checkMembership(user, group));
        IdentityOperationResult result = super.createMembership(user, group);
        rules.membershipChanged(user);
        return result;
    }

    @Override
    public IdentityOperationResult deleteMembership(String user, String group) {
        IdentityOperationResult result = super.deleteMembership(user, group);
        rules.membershipChanged(user);
        return result;
    }
}
