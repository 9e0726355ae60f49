package jp.tsunagu.casefile;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import jp.tsunagu.access.CaseAccess;
import jp.tsunagu.access.Roles;
import jp.tsunagu.engine.CaseInstances;
import jp.tsunagu.engine.Members;
import jp.tsunagu.engine.OpenSteps;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Who may read a case: whose case it is, whoever has a step or a letter of it in hand, and 主任. Bodies outside the centre and
 * the ward's line read what is handed to them and never the case itself, also while a step of it is theirs (要領 第12条).
 */
@Component
public class CaseReaders {

    private final Members members;
    private final Responsibility responsibility;
    private final CaseInstances instances;
    private final OpenSteps steps;
    private final Cases cases;
    private final ObjectProvider<ReadingGround> grounds;

    CaseReaders(
            Members members,
            Responsibility responsibility,
            CaseInstances instances,
            OpenSteps steps,
            Cases cases,
            ObjectProvider<ReadingGround> grounds) {
        this.members = members;
        this.responsibility = responsibility;
        this.instances = instances;
        this.steps = steps;
        this.cases = cases;
        this.grounds = grounds;
    }

    /** False also if there is no such case: whether there is one is not everybody's business. */
    public boolean mayRead(String user, String caseNumber) {
        Set<String> groups = members.groupsOf(user);
        if (groups.stream().noneMatch(group -> Roles.CENTRE.contains(group) || Roles.WARD.contains(group))) {
            return false;
        }
        boolean own = !responsibility.ownAmong(user, Set.of(caseNumber)).isEmpty();
        boolean inHand = instances.hasStep(user, caseNumber)
                || grounds.stream().anyMatch(ground -> ground.holds(user, caseNumber));
        return CaseAccess.mayOpen(groups, own, inHand) && (own || inHand || cases.exists(caseNumber));
    }

    /** Those of these cases that this person may read, as {@link #mayRead} answers for each: for a page of many. */
    public Set<String> readable(String user, Collection<String> caseNumbers) {
        Set<String> groups = members.groupsOf(user);
        if (groups.contains(Roles.CHIEF)) {
            return Set.copyOf(caseNumbers);
        }
        if (groups.stream().noneMatch(group -> Roles.CENTRE.contains(group) || Roles.WARD.contains(group))) {
            return Set.of();
        }
        Set<String> readable = new HashSet<>(responsibility.ownAmong(user, caseNumbers));
        readable.addAll(steps.casesInHand(user, caseNumbers));
        caseNumbers.stream()
                .filter(number -> !readable.contains(number))
                .filter(number -> grounds.stream().anyMatch(ground -> ground.holds(user, number)))
                .forEach(readable::add);
        return readable;
    }
}
