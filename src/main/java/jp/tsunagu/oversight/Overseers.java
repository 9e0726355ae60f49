package jp.tsunagu.oversight;

import java.security.Principal;
import jp.tsunagu.engine.Members;
import org.springframework.stereotype.Component;

/** Who looks, by the login of a request. */
@Component
public class Overseers {

    private final Members members;

    Overseers(Members members) {
        this.members = members;
    }

    /** Of the figures. */
    Overseer of(Principal person) {
        return Overseer.of(person.getName(), members.groupsOf(person.getName()));
    }

    /** Of the cases behind them. */
    public Overseer ofCases(Principal person) {
        return Overseer.ofCases(person.getName(), members.groupsOf(person.getName()));
    }
}
