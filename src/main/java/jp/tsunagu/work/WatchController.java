package jp.tsunagu.work;

import java.security.Principal;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import jp.tsunagu.access.Roles;
import jp.tsunagu.engine.Members;
import org.camunda.bpm.engine.AuthorizationException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The list of what stands still, and the check by hand. */
@RestController
class WatchController {

    private static final Set<String> READERS =
            Set.of(Roles.CHIEF, Roles.WARD_SECTION_CHIEF, Roles.SYSTEM_ADMINISTRATOR);
    private static final Set<String> CHECKERS = Set.of(Roles.CHIEF, Roles.SYSTEM_ADMINISTRATOR);

    private final WatchList list;
    private final Watch watch;
    private final Members members;

    WatchController(WatchList list, Watch watch, Members members) {
        this.list = list;
        this.watch = watch;
        this.members = members;
    }

    @GetMapping("/api/watch")
    List<WatchList.Line> list(Principal person) {
        return list.of(person.getName(), groups(person, READERS, "止まっているケースの一覧は、主任相談支援員、課長、システム管理者だけが開けます。"));
    }

    @PostMapping("/api/watch")
    Watch.Findings check(Principal person) {
        groups(person, CHECKERS, "ケースの点検は、主任相談支援員かシステム管理者だけが始められます。");
        return watch.check();
    }

    private Set<String> groups(Principal person, Set<String> allowed, String refusal) {
        Set<String> groups = members.groupsOf(person.getName());
        if (Collections.disjoint(groups, allowed)) {
            throw new AuthorizationException(refusal);
        }
        return groups;
    }
}
