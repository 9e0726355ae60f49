package jp.tsunagu.casefile;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import jp.tsunagu.access.CaseAccess;
import jp.tsunagu.access.Roles;
import jp.tsunagu.engine.CaseInstances;
import jp.tsunagu.engine.Members;
import jp.tsunagu.engine.OpenSteps;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Who may read a case, the one place that every page, paper, file, list and export asks: whose case it is, whoever has a step or
 * a letter of it in hand, 主任, the ward's line once a plan was submitted to it, and for a while whoever said why (理由を述べて閲覧). A
 * restricted case is open to the persons named in it and to nobody else, whatever they have in hand (EV8). Bodies outside the
 * centre and the ward's line read what is handed to them and never the case itself (要領 第12条).
 */
@Component
public class CaseReaders {

    private final Members members;
    private final Responsibility responsibility;
    private final CaseInstances instances;
    private final OpenSteps steps;
    private final Cases cases;
    private final RestrictedCases restricted;
    private final ObjectProvider<ReadingGround> grounds;

    CaseReaders(
            Members members,
            Responsibility responsibility,
            CaseInstances instances,
            OpenSteps steps,
            Cases cases,
            RestrictedCases restricted,
            ObjectProvider<ReadingGround> grounds) {
        this.members = members;
        this.responsibility = responsibility;
        this.instances = instances;
        this.steps = steps;
        this.cases = cases;
        this.restricted = restricted;
        this.grounds = grounds;
    }

    /** False also if there is no such case: whether there is one is not everybody's business. */
    public boolean mayRead(String user, String caseNumber) {
        Set<String> groups = members.groupsOf(user);
        return mayKnow(user, groups, caseNumber)
                && (worksOn(user, groups, caseNumber)
                        || restricted.namedIn(caseNumber).contains(user)
                        || hasGround(user, groups, caseNumber, ground -> true));
    }

    /**
     * True if this person may read it by their work, and not only for a reason that they told: for acts that are no writing into
     * the case and yet more than a look, such as to restrict it or to take it out of the house.
     */
    public boolean mayReadForWork(String user, String caseNumber) {
        Set<String> groups = members.groupsOf(user);
        return mayWrite(user, caseNumber)
                || mayKnow(user, groups, caseNumber) && hasGround(user, groups, caseNumber, ReadingGround::isOfWork);
    }

    /**
     * True if this person may also write into the case. Who reads it for a reason, for a letter or because its plan was submitted
     * reads only.
     */
    public boolean mayWrite(String user, String caseNumber) {
        Set<String> groups = members.groupsOf(user);
        return mayKnow(user, groups, caseNumber)
                && (worksOn(user, groups, caseNumber)
                        || restricted.namedIn(caseNumber).contains(user));
    }

    /** Those of these cases that this person may read, as {@link #mayRead} answers for each: for a page of many. */
    public Set<String> readable(String user, Collection<String> caseNumbers) {
        Set<String> groups = members.groupsOf(user);
        if (caseNumbers.isEmpty() || !isInLine(groups)) {
            return Set.of();
        }
        Set<String> asked = new HashSet<>(caseNumbers);
        asked.removeAll(restricted.hiddenFrom(user));
        if (groups.contains(Roles.CHIEF)) {
            return asked;
        }
        Set<String> readable = new HashSet<>(responsibility.ownAmong(user, asked));
        readable.addAll(steps.casesInHand(user, asked));
        restricted.openTo(user).stream().filter(asked::contains).forEach(readable::add);
        asked.removeAll(readable);
        grounds.stream().forEach(ground -> readable.addAll(ground.among(user, groups, asked)));
        return readable;
    }

    /** True if this person belongs to those who may ever read a case, and this one is not kept from them. */
    private boolean mayKnow(String user, Set<String> groups, String caseNumber) {
        return isInLine(groups) && !restricted.isHiddenFrom(user, caseNumber);
    }

    private static boolean isInLine(Set<String> groups) {
        return groups.stream().anyMatch(group -> Roles.CENTRE.contains(group) || Roles.WARD.contains(group));
    }

    private boolean worksOn(String user, Set<String> groups, String caseNumber) {
        boolean own = !responsibility.ownAmong(user, Set.of(caseNumber)).isEmpty();
        boolean inHand = own || instances.hasStep(user, caseNumber);
        return CaseAccess.mayOpen(groups, own, inHand) && (inHand || cases.exists(caseNumber));
    }

    private boolean hasGround(String user, Set<String> groups, String caseNumber, Predicate<ReadingGround> counts) {
        return grounds.stream()
                .filter(counts)
                .anyMatch(ground ->
                        !ground.among(user, groups, List.of(caseNumber)).isEmpty());
    }
}
