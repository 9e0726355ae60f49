package jp.tsunagu.procedure.draft;

import java.security.Principal;
import jp.tsunagu.engine.Members;
import jp.tsunagu.procedure.Administrator;
import org.camunda.bpm.engine.AuthorizationException;
import org.springframework.stereotype.Component;

/** Lets 手続管理者 in and nobody else. */
@Component
class Administrators {

    private final Members members;

    Administrators(Members members) {
        this.members = members;
    }

    /** @throws AuthorizationException for anybody else */
    String user(Principal person) {
        return Administrator.of(person.getName(), members.groupsOf(person.getName()))
                .user();
    }
}
