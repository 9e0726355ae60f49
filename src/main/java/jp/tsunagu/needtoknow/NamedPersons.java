package jp.tsunagu.needtoknow;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import jp.tsunagu.access.Roles;
import jp.tsunagu.access.account.AccountFacts;
import jp.tsunagu.casefile.RestrictedCases;
import jp.tsunagu.engine.Members;
import jp.tsunagu.engine.RefusedException;
import jp.tsunagu.municipality.Absences;
import org.springframework.stereotype.Component;

/**
 * Who can be named in a restricted case, and whether those who are can look after it. Accounts end, groups change, people fall ill,
 * and nobody else may know of the case: so that it is not lost (I-04), 課長 then learns its number and names a 主任, and reads
 * nothing.
 */
@Component
class NamedPersons {

    private final RestrictedCases restricted;
    private final Members members;
    private final AccountFacts accounts;
    private final Absences absences;

    NamedPersons(RestrictedCases restricted, Members members, AccountFacts accounts, Absences absences) {
        this.restricted = restricted;
        this.members = members;
        this.accounts = accounts;
        this.absences = absences;
    }

    Set<String> of(String caseNumber) {
        return restricted.namedIn(caseNumber);
    }

    /** @throws RefusedException if this account is nobody of the centre or the ward's line */
    void checkKnown(String account) {
        Set<String> groups = members.groupsOf(account);
        if (Collections.disjoint(groups, Roles.CENTRE) && Collections.disjoint(groups, Roles.WARD)) {
            throw RefusedException.ofAct("指定できるのは、センターの支援員と、区の担当・係長・課長です。");
        }
    }

    /** @throws RefusedException if none of them is a 主任 who can log in */
    void checkChief(Set<String> named) {
        if (named.stream().noneMatch(this::looksAfter)) {
            throw RefusedException.ofAct("主任相談支援員を、1人以上指定してください。待っている仕事を担当する人がいないとき、主任に知らせます。");
        }
    }

    /** True if no 主任 who is named has an account to log in with, or nobody of the centre who is named is there today. */
    boolean isAlone(String caseNumber) {
        Set<String> named = restricted.namedIn(caseNumber);
        return restricted.isRestricted(caseNumber)
                && (named.stream().noneMatch(this::looksAfter)
                        || named.stream().noneMatch(one -> isOfCentre(one) && !absences.isAway(one)));
    }

    /** Whether this person names somebody for it without knowing it. */
    boolean mayHelp(String user, String caseNumber) {
        return members.groupsOf(user).contains(Roles.WARD_SECTION_CHIEF) && isAlone(caseNumber);
    }

    /** The 主任 who could look after it. */
    List<String> chiefs() {
        return members.membersOf(Roles.CHIEF).stream()
                .filter(this::looksAfter)
                .filter(one -> !absences.isAway(one))
                .toList();
    }

    /** A 主任 who can log in. */
    boolean looksAfter(String user) {
        return members.groupsOf(user).contains(Roles.CHIEF) && accounts.mayLogIn(user);
    }

    private boolean isOfCentre(String user) {
        return !Collections.disjoint(members.groupsOf(user), Roles.CENTRE) && accounts.mayLogIn(user);
    }
}
