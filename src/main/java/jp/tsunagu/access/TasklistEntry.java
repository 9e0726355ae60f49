package jp.tsunagu.access;

import java.util.Set;
import org.springframework.stereotype.Component;

/** The way back to the tasks, from every page and for everybody. */
@Component
class TasklistEntry implements MenuEntry {

    @Override
    public int order() {
        return 10;
    }

    @Override
    public String label() {
        return "やること（タスク）";
    }

    @Override
    public String address() {
        return "/camunda/app/tasklist/default/";
    }

    @Override
    public boolean offeredTo(Set<String> groups) {
        return true;
    }
}
