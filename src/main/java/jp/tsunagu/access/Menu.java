package jp.tsunagu.access;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import jp.tsunagu.engine.Members;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The pages a person can go to: the same at the head of our own pages and in Tasklist. */
@Component
class Menu {

    private final Members members;
    private final ObjectProvider<MenuEntry> entries;

    Menu(@Lazy Members members, ObjectProvider<MenuEntry> entries) {
        this.members = members;
        this.entries = entries;
    }

    /** A line of the menu. */
    record Line(String label, String address) {

        /** True on this page and on those below it. */
        public boolean leadsTo(String path) {
            return path.equals(address) || path.startsWith(address + "/");
        }
    }

    List<Line> of(String user) {
        Set<String> groups = members.groupsOf(user);
        return entries.stream()
                .filter(entry -> entry.offeredTo(groups))
                .sorted(Comparator.comparingInt(MenuEntry::order))
                .map(entry -> new Line(entry.label(), entry.address()))
                .toList();
    }
}
