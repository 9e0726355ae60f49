package jp.tsunagu.access.log;

import java.util.Set;
import jp.tsunagu.access.MenuEntry;
import jp.tsunagu.access.Roles;
import org.springframework.stereotype.Component;

/** The access log in the menu, for 監査 alone. */
@Component
class AccessLogEntry implements MenuEntry {

    static final String ADDRESS = "/access-log";

    @Override
    public int order() {
        return 90;
    }

    @Override
    public String label() {
        return "アクセス記録";
    }

    @Override
    public String address() {
        return ADDRESS;
    }

    @Override
    public boolean offeredTo(Set<String> groups) {
        return groups.contains(Roles.AUDITOR);
    }
}
