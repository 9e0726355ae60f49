package jp.tsunagu.disposal;

import java.util.Set;
import jp.tsunagu.access.MenuEntry;
import jp.tsunagu.access.Roles;
import org.springframework.stereotype.Component;

/** 廃棄 in the menu of the two who approve it. */
@Component
class DisposalEntry implements MenuEntry {

    static final String ADDRESS = "/disposal";

    static boolean isFor(Set<String> groups) {
        return proposes(groups) || approves(groups);
    }

    static boolean proposes(Set<String> groups) {
        return groups.contains(Roles.CHIEF);
    }

    static boolean approves(Set<String> groups) {
        return groups.contains(Roles.WARD_SECTION_CHIEF);
    }

    @Override
    public int order() {
        return 70;
    }

    @Override
    public String label() {
        return "保存と廃棄";
    }

    @Override
    public String address() {
        return ADDRESS;
    }

    @Override
    public boolean offeredTo(Set<String> groups) {
        return isFor(groups);
    }
}
