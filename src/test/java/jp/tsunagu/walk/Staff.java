package jp.tsunagu.walk;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Supplier;
import jp.tsunagu.access.Accounts;
import jp.tsunagu.access.Roles;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;

/** The people of the demo and, so that somebody can stand in, a colleague for some of them; each acts as logged in. */
final class Staff {

    private static final Map<String, List<String>> COLLEAGUES = Map.of(
            "tomita", List.of(Roles.WARD_OFFICER),
            "kuno", List.of(Roles.WARD_SUBSECTION_CHIEF),
            "sugi", List.of(Roles.OUTREACH_SUPPORTER),
            "hanai", List.of(Roles.CHIEF));

    private final IdentityService identity;
    private final Map<String, List<String>> groups = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();

    Staff(IdentityService identity, Accounts accounts) {
        this.identity = identity;
        COLLEAGUES.forEach((account, roles) -> accounts.ensure(account, account, "", "demo", roles));
        for (User user : identity.createUserQuery().list()) {
            names.put(user.getId(), user.getFirstName());
            groups.put(
                    user.getId(),
                    identity.createGroupQuery().groupMember(user.getId()).list().stream()
                            .map(Group::getId)
                            .toList());
        }
    }

    String name(String account) {
        return names.getOrDefault(account, account);
    }

    List<String> members(Collection<String> ofGroups) {
        TreeSet<String> members = new TreeSet<>();
        groups.forEach((account, own) -> {
            if (own.stream().anyMatch(ofGroups::contains)) {
                members.add(account);
            }
        });
        return new ArrayList<>(members);
    }

    /** Does something as the engine lets this person do it, as the login filter arranges it for a request. */
    <T> T as(String account, Supplier<T> act) {
        identity.setAuthentication(account, groups.get(account));
        try {
            return act.get();
        } finally {
            identity.clearAuthentication();
        }
    }
}
