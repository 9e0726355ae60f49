package jp.tsunagu.engine;

import java.util.List;
import java.util.Optional;
import jp.tsunagu.engine.AccountChange.Kind;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.identity.IdentityOperationResult;
import org.camunda.bpm.engine.impl.identity.db.DbIdentityServiceProvider;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;

/**
 * The engine's accounts and groups, under our rules, at whichever door of the engine somebody changes them. The engine would lock an account for good after ten wrong passwords, which lets
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
        Kind kind = isNew(result) ? Kind.ACCOUNT_MADE : newPassword ? Kind.PASSWORD_SET : Kind.ACCOUNT_CHANGED;
        return told(result, kind, user.getId(), null);
    }

    private static boolean isNew(IdentityOperationResult result) {
        return IdentityOperationResult.OPERATION_CREATE.equals(result.getOperation());
    }

    /** Whatever our own code does it tells itself, with whoever asked for it. */
    private IdentityOperationResult told(IdentityOperationResult result, Kind kind, String user, String group) {
        if (!IdentityOperationResult.OPERATION_NONE.equals(result.getOperation())) {
            whoActs().ifPresent(by -> rules.changed(by, new AccountChange(kind, user, group)));
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
        return told(result, Kind.ACCOUNT_DELETED, user, null);
    }

    @Override
    public IdentityOperationResult unlockUser(String user) {
        return told(super.unlockUser(user), Kind.ACCOUNT_UNLOCKED, user, null);
    }

    @Override
    public IdentityOperationResult saveGroup(Group group) {
        IdentityOperationResult result = super.saveGroup(group);
        return told(result, isNew(result) ? Kind.GROUP_MADE : Kind.GROUP_CHANGED, null, group.getId());
    }

    /** Whoever was in it leaves it first, as if one by one: also their sessions know nothing of it otherwise. */
    @Override
    public IdentityOperationResult deleteGroup(String group) {
        checkAuthorization(Permissions.DELETE, Resources.GROUP, group);
        List<User> members = getCommandContext()
                .runWithoutAuthorization(
                        () -> createUserQuery().memberOfGroup(group).list());
        members.forEach(member -> deleteMembership(member.getId(), group));
        return told(super.deleteGroup(group), Kind.GROUP_DELETED, null, group);
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
        return told(result, Kind.JOINED, user, group);
    }

    @Override
    public IdentityOperationResult deleteMembership(String user, String group) {
        IdentityOperationResult result = super.deleteMembership(user, group);
        rules.membershipChanged(user);
        return told(result, Kind.LEFT, user, group);
    }
}
