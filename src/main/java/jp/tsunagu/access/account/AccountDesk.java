package jp.tsunagu.access.account;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import jp.tsunagu.access.Accounts;
import jp.tsunagu.access.Roles;
import jp.tsunagu.engine.RefusedException;
import jp.tsunagu.form.Refusal;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a system administrator does with accounts. Each act is recorded with who did it. */
@Component
class AccountDesk {

    private final IdentityService identity;
    private final AccountTable accounts;
    private final Memberships memberships;
    private final AccountList list;
    private final AccountActs acts;
    private final Clock clock;

    AccountDesk(
            IdentityService identity,
            AccountTable accounts,
            Memberships memberships,
            AccountList list,
            AccountActs acts,
            Clock clock) {
        this.identity = identity;
        this.accounts = accounts;
        this.memberships = memberships;
        this.list = list;
        this.acts = acts;
        this.clock = clock;
    }

    /** Makes an account and returns its first password, which is kept nowhere. */
    @Transactional
    public String create(String by, TypedAccount typed) {
        refuse(typed.missing(true));
        boolean taken = list.of(typed.id()).isPresent() || accounts.isKnown(typed.id());
        if (taken || typed.id().equals(Accounts.NOBODY)) {
            throw RefusedException.ofAct("この利用者IDは、もう使われています（利用を終えた利用者のIDも使えません）。");
        }
        User user = identity.newUser(typed.id());
        String first = named(user, typed);
        accounts.work(typed.id(), typed.contractor(), typed.lastDay());
        accounts.external(typed.id(), typed.external());
        acts.add(by, typed.id(), "利用者の登録");
        typed.chosen().forEach(group -> memberships.join(by, typed.id(), group));
        return first;
    }

    private String named(User user, TypedAccount typed) {
        user.setFirstName(typed.familyName());
        user.setLastName(typed.givenName());
        user.setEmail(typed.email());
        return givenFirstPassword(user);
    }

    private String givenFirstPassword(User user) {
        String first = FirstPassword.make();
        user.setPassword(first);
        identity.saveUser(user);
        accounts.passwordChanged(user.getId(), true);
        return first;
    }

    /** Other names, groups, employer or last day. Who is logged in with it begins anew. */
    @Transactional
    public void change(String by, String id, TypedAccount typed) {
        AccountLine present = present(id);
        refuse(typed.missing(false));
        Set<String> chosen = typed.chosen();
        if (present.groups().contains(Roles.SYSTEM_ADMINISTRATOR) && !chosen.contains(Roles.SYSTEM_ADMINISTRATOR)) {
            keepAnAdministrator(id);
        }
        User user = identity.createUserQuery().userId(id).singleResult();
        user.setFirstName(typed.familyName());
        user.setLastName(typed.givenName());
        user.setEmail(typed.email());
        identity.saveUser(user);
        // out of the old groups first: somebody who becomes a contractor's leaves those of the ward
        Set<String> left = new HashSet<>(present.groups());
        left.removeAll(chosen);
        left.forEach(group -> memberships.leave(by, id, group));
        accounts.work(id, typed.contractor(), typed.lastDay());
        accounts.external(id, typed.external());
        chosen.stream()
                .filter(group -> !present.groups().contains(group))
                .forEach(group -> memberships.join(by, id, group));
        acts.add(by, id, "登録内容の変更");
    }

    @Transactional
    public void lock(String by, String id) {
        present(id);
        notOneself(by, id);
        keepAnAdministrator(id);
        accounts.lock(id);
        acts.add(by, id, "利用の停止");
    }

    @Transactional
    public void unlock(String by, String id) {
        present(id);
        accounts.unlock(id);
        acts.add(by, id, "利用の再開");
    }

    /** Another first password; returned once. */
    @Transactional
    public String reset(String by, String id) {
        present(id);
        acts.add(by, id, "初回パスワードの再発行");
        return givenFirstPassword(identity.createUserQuery().userId(id).singleResult());
    }

    /** Nothing is deleted: what this person did stays theirs, and nobody else gets the id. */
    @Transactional
    public void end(String by, String id) {
        AccountLine present = present(id);
        notOneself(by, id);
        keepAnAdministrator(id);
        accounts.work(id, present.state().contractor(), LocalDate.now(clock));
        accounts.lock(id);
        acts.add(by, id, "利用の終了");
    }

    AccountLine present(String id) {
        return list.of(id).orElseThrow(() -> RefusedException.ofAct("この利用者IDはありません。"));
    }

    private static void notOneself(String by, String id) {
        if (by.equals(id)) {
            throw RefusedException.ofAct("自分自身の利用は止められません。ほかのシステム管理者に頼んでください。");
        }
    }

    private void keepAnAdministrator(String except) {
        LocalDate today = LocalDate.now(clock);
        boolean another = list.all().stream()
                .filter(line -> !line.id().equals(except) && line.isOpen(today, clock.instant()))
                .anyMatch(line -> line.groups().contains(Roles.SYSTEM_ADMINISTRATOR));
        if (!another && present(except).groups().contains(Roles.SYSTEM_ADMINISTRATOR)) {
            throw RefusedException.ofAct("ほかに利用できるシステム管理者がいません。先に、もう一人を登録してください。");
        }
    }

    private static void refuse(List<String> missing) {
        if (!missing.isEmpty()) {
            throw new RefusedException(missing.stream().map(Refusal::ofAct).toList());
        }
    }
}
