package jp.tsunagu.access.account;

import java.util.Set;
import jp.tsunagu.access.MenuEntry;
import jp.tsunagu.access.Roles;
import org.springframework.stereotype.Component;

/** The accounts, in the menu of system administrators. */
@Component
class AccountsEntry implements MenuEntry {

    static final String ADDRESS = "/accounts";

    @Override
    public int order() {
        return 90;
    }

    @Override
    public String label() {
        return "利用者";
    }

    @Override
    public String address() {
        return ADDRESS;
    }

    @Override
    public boolean offeredTo(Set<String> groups) {
        return groups.contains(Roles.SYSTEM_ADMINISTRATOR);
    }
}
