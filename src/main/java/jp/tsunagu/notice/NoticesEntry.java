package jp.tsunagu.notice;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import jp.tsunagu.access.MenuEntry;
import jp.tsunagu.access.Roles;
import org.springframework.stereotype.Component;

/** The page of letters and notices in the menu. */
@Component
class NoticesEntry implements MenuEntry {

    static final String ADDRESS = "/notices";

    private static final Set<String> READERS = readers();

    private static Set<String> readers() {
        Set<String> readers = new TreeSet<>(Roles.CENTRE);
        readers.addAll(Roles.WARD);
        readers.add(Roles.WELFARE_OFFICE);
        readers.add(Roles.SYSTEM_ADMINISTRATOR);
        return readers;
    }

    static boolean isFor(Set<String> groups) {
        return !Collections.disjoint(groups, READERS);
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    public String label() {
        return "通知とお知らせ";
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
