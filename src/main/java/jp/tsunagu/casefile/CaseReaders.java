package jp.tsunagu.casefile;

import java.util.Set;
import jp.tsunagu.access.CaseAccess;
import jp.tsunagu.engine.CaseInstances;
import jp.tsunagu.engine.Members;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Who may read a case: whose case it is, whoever has a step or a letter of it in hand, and 主任. */
@Component
public class CaseReaders {

    private final Members members;
    private final Responsibility responsibility;
    private final CaseInstances instances;
    private final ObjectProvider<ReadingGround> grounds;

    CaseReaders(
            Members members,
            Responsibility responsibility,
            CaseInstances instances,
            ObjectProvider<ReadingGround> grounds) {
        this.members = members;
        this.responsibility = responsibility;
        this.instances = instances;
        this.grounds = grounds;
    }

    public boolean mayRead(String user, String caseNumber) {
        boolean own = !responsibility.ownAmong(user, Set.of(caseNumber)).isEmpty();
        boolean inHand = instances.hasStep(user, caseNumber)
                || grounds.stream().anyMatch(ground -> ground.holds(user, caseNumber));
        return CaseAccess.mayOpen(members.groupsOf(user), own, inHand);
    }
}
