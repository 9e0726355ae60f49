package jp.tsunagu.oversight;

import java.util.Set;
import jp.tsunagu.access.MenuEntry;
import org.springframework.stereotype.Component;

/** Where cases are stuck, in the menu. */
@Component
class OversightEntry implements MenuEntry {

    static final String ADDRESS = "/oversight";

    @Override
    public int order() {
        return 60;
    }

    @Override
    public String label() {
        return "滞留の状況";
    }

    @Override
    public String address() {
        return ADDRESS;
    }

    @Override
    public boolean offeredTo(Set<String> groups) {
        return Overseer.offeredTo(groups);
    }
}
