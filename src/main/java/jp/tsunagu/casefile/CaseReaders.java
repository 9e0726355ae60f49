package jp.tsunagu.casefile;

import java.util.Set;
import jp.tsunagu.access.CaseAccess;
import jp.tsunagu.engine.CaseInstances;
import jp.tsunagu.engine.Members;
import org.springframework.stereotype.Component;

/** Who may read a case: whose case it is, whoever has a step of it in hand, and 主任. */
@Component
public class CaseReaders {

    private final Members members;
    private final Responsibility responsibility;
    private final CaseInstances instances;

    CaseReaders(Members members, Responsibility responsibility, CaseInstances instances) {
        this.members = members;
        this.responsibility = responsibility;
        this.instances = instances;
    }

    public boolean mayRead(String user, String caseNumber) {
        boolean own = !responsibility.ownAmong(user, Set.of(caseNumber)).isEmpty();
        return CaseAccess.mayOpen(members.groupsOf(user), own, instances.hasStep(user, caseNumber));
    }
}
