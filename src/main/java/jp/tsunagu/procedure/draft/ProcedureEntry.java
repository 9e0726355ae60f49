package jp.tsunagu.procedure.draft;

import java.util.Set;
import jp.tsunagu.access.MenuEntry;
import jp.tsunagu.procedure.Administrator;
import org.springframework.stereotype.Component;

/** The procedure itself, in the menu. */
@Component
class ProcedureEntry implements MenuEntry {

    static final String ADDRESS = "/procedures";

    @Override
    public int order() {
        return 80;
    }

    @Override
    public String label() {
        return "手続の管理";
    }

    @Override
    public String address() {
        return ADDRESS;
    }

    @Override
    public boolean offeredTo(Set<String> groups) {
        return Administrator.offeredTo(groups);
    }
}
