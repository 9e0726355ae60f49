package jp.tsunagu.access.account;

import jp.tsunagu.access.Accounts;
import jp.tsunagu.engine.RefusedException;
import org.springframework.stereotype.Component;

/** Who may come into which group, at every door. */
@Component
public class MembershipRule {

    private final AccountTable accounts;

    MembershipRule(AccountTable accounts) {
        this.accounts = accounts;
    }

    /** Refuses a contractor in a group of the ward (I-11). */
    public void check(String user, String group) {
        if (Segregation.isForbidden(accounts.of(user).contractor(), group)) {
            throw RefusedException.ofAct(
                    "委託先の利用者は、「" + Accounts.groupNames().get(group) + "」にはできません。区の決定に関わる役割は、区の職員だけのものです。");
        }
    }
}
