package jp.tsunagu.access.oidc;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagu.access.Accounts;
import jp.tsunagu.access.account.AccountActs;
import jp.tsunagu.access.account.AccountState;
import jp.tsunagu.access.account.AccountTable;
import jp.tsunagu.access.account.MembershipRule;
import jp.tsunagu.access.account.Memberships;
import jp.tsunagu.engine.AccountChange;
import jp.tsunagu.engine.AccountChange.Kind;
import jp.tsunagu.engine.RefusedException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.springframework.transaction.annotation.Transactional;

/**
 * The accounts of people who log in elsewhere: made at their first login without a password, brought up to date at each. A
 * local account is never taken over by somebody who has its name there, unless an administrator allowed it.
 */
public class ExternalAccounts {

    /** Who changed the account, in its acts: nobody here did. */
    private static final String THERE = "統合認証";

    private final IdentityService identity;
    private final AccountTable accounts;
    private final AccountActs acts;
    private final Memberships memberships;
    private final MembershipRule rule;
    private final Clock clock;

    ExternalAccounts(
            IdentityService identity,
            AccountTable accounts,
            AccountActs acts,
            Memberships memberships,
            MembershipRule rule,
            Clock clock) {
        this.identity = identity;
        this.accounts = accounts;
        this.acts = acts;
        this.memberships = memberships;
        this.rule = rule;
        this.clock = clock;
    }

    /** Lets somebody in and returns the account id; nothing has changed if it refuses. */
    @Transactional
    public String accept(ExternalPerson person) {
        String id = accounts.ofExternal(person.externalId()).orElseGet(() -> first(person));
        if (person.groups().isEmpty()) {
            throw ExternalRefusal.NO_ROLE.exception();
        }
        User user = identity.createUserQuery().userId(id).singleResult();
        if (user == null) {
            user = identity.newUser(id);
            acts.add(THERE, new AccountChange(Kind.ACCOUNT_MADE, id, null));
        }
        name(user, person);
        work(id, person);
        groups(id, person.groups());
        AccountState state = accounts.of(id);
        if (state.isOver(LocalDate.now(clock)) || state.isLocked(clock.instant())) {
            throw ExternalRefusal.CLOSED.exception();
        }
        return id;
    }

    private String first(ExternalPerson person) {
        String id = person.id();
        if (id.length() < 2 || id.equals(Accounts.NOBODY)) {
            throw ExternalRefusal.NO_ID.exception();
        }
        AccountState state = accounts.of(id);
        boolean exists =
                accounts.isKnown(id) || identity.createUserQuery().userId(id).count() > 0;
        if (exists && !(state.external() && state.externalId() == null)) {
            throw ExternalRefusal.NOT_ALLOWED.exception();
        }
        accounts.external(id, true);
        accounts.bind(id, person.externalId());
        return id;
    }

    private void name(User user, ExternalPerson person) {
        boolean same = Objects.equals(user.getFirstName(), person.familyName())
                && Objects.equals(user.getLastName(), person.givenName())
                && Objects.equals(user.getEmail(), person.email());
        if (!same) {
            user.setFirstName(person.familyName());
            user.setLastName(person.givenName());
            user.setEmail(person.email());
            identity.saveUser(user);
        }
    }

    /** What nobody there says stays as it is here. */
    private void work(String id, ExternalPerson person) {
        AccountState present = accounts.of(id);
        boolean contractor = person.contractor() == null ? present.contractor() : person.contractor();
        LocalDate endsOn = person.endsOn() == null ? present.endsOn() : person.endsOn();
        if (contractor && endsOn == null) {
            throw ExternalRefusal.NO_LAST_DAY.exception();
        }
        if (contractor != present.contractor() || !Objects.equals(endsOn, present.endsOn())) {
            accounts.work(id, contractor, endsOn);
            acts.add(THERE, new AccountChange(Kind.ACCOUNT_CHANGED, id, null));
        }
    }

    private void groups(String id, Set<String> wanted) {
        Set<String> present = identity.createGroupQuery().groupMember(id).list().stream()
                .map(Group::getId)
                .collect(Collectors.toSet());
        Set<String> left = new HashSet<>(present);
        left.removeAll(wanted);
        left.forEach(group -> memberships.leave(THERE, id, group));
        try {
            wanted.forEach(group -> rule.check(id, group));
            wanted.stream()
                    .filter(group -> !present.contains(group))
                    .forEach(group -> memberships.join(THERE, id, group));
        } catch (RefusedException e) {
            throw ExternalRefusal.WARD_ROLE.exception();
        }
    }
}
