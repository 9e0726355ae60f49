package jp.tsunagu.needtoknow;

import java.util.Set;
import jp.tsunagu.access.MenuEntry;
import org.springframework.stereotype.Component;

/** 理由を述べて閲覧 in the menu. */
@Component
class ViewingEntry implements MenuEntry {

    static final String ADDRESS = "/viewings";

    @Override
    public int order() {
        return 25;
    }

    @Override
    public String label() {
        return "理由を述べて閲覧";
    }

    @Override
    public String address() {
        return ADDRESS;
    }

    @Override
    public boolean offeredTo(Set<String> groups) {
        return Viewings.offeredTo(groups);
    }
}
