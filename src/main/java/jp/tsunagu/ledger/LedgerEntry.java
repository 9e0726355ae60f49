package jp.tsunagu.ledger;

import java.util.Set;
import jp.tsunagu.access.MenuEntry;
import org.springframework.stereotype.Component;

/** The ledger in the menu. */
@Component
class LedgerEntry implements MenuEntry {

    @Override
    public int order() {
        return 20;
    }

    @Override
    public String label() {
        return "支援台帳";
    }

    @Override
    public String address() {
        return "/cases";
    }

    @Override
    public boolean offeredTo(Set<String> groups) {
        return LedgerReader.offeredTo(groups);
    }
}
