package jp.tsunagu.plan;

import java.util.Set;
import jp.tsunagu.access.MenuEntry;
import jp.tsunagu.access.Roles;
import org.springframework.stereotype.Component;

/** The meetings in the menu, for everybody who sits in one. */
@Component
class ConferenceEntry implements MenuEntry {

    private static final int PLACE = 40;

    @Override
    public int order() {
        return PLACE;
    }

    @Override
    public String label() {
        return "支援調整会議";
    }

    @Override
    public String address() {
        return ConferencePages.ADDRESS;
    }

    @Override
    public boolean offeredTo(Set<String> groups) {
        return groups.contains(Roles.CONFERENCE_MEMBER)
                || groups.stream().anyMatch(Roles.CENTRE::contains)
                || groups.stream().anyMatch(Roles.WARD::contains);
    }
}
