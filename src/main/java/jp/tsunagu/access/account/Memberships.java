package jp.tsunagu.access.account;

import jp.tsunagu.engine.AccountChange;
import jp.tsunagu.engine.AccountChange.Kind;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.stereotype.Component;

/** Into a group and out of it, with the act that says who did it; in the transaction of the caller. */
@Component
public class Memberships {

    private final IdentityService identity;
    private final AccountActs acts;

    Memberships(IdentityService identity, AccountActs acts) {
        this.identity = identity;
        this.acts = acts;
    }

    public void join(String by, String user, String group) {
        identity.createMembership(user, group);
        acts.add(by, new AccountChange(Kind.JOINED, user, group));
    }

    public void leave(String by, String user, String group) {
        identity.deleteMembership(user, group);
        acts.add(by, new AccountChange(Kind.LEFT, user, group));
    }
}
