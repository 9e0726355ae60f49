package jp.tsunagu.needtoknow;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import jp.tsunagu.access.Accounts;
import jp.tsunagu.access.Roles;
import jp.tsunagu.calendar.Wareki;
import jp.tsunagu.casefile.CaseReaders;
import jp.tsunagu.casefile.RestrictedCases;
import jp.tsunagu.engine.Members;
import jp.tsunagu.needtoknow.RestrictionTable.Restriction;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** What the page of a 制限ケース shows, to those who may set it and to 課長 where nobody named can look after the case. */
@Component
class RestrictionView {

    private final Restrictions restrictions;
    private final RestrictionTable table;
    private final RestrictedCases restricted;
    private final NamedWork work;
    private final NamedPersons persons;
    private final CaseReaders readers;
    private final Members members;

    RestrictionView(
            Restrictions restrictions,
            RestrictionTable table,
            RestrictedCases restricted,
            NamedWork work,
            NamedPersons persons,
            CaseReaders readers,
            Members members) {
        this.restrictions = restrictions;
        this.table = table;
        this.restricted = restricted;
        this.work = work;
        this.persons = persons;
        this.readers = readers;
        this.members = members;
    }

    /** Somebody who can be named. */
    record Person(String account, String name, String groups, boolean named) {}

    /**
     * What somebody sees of it who may set it.
     *
     * @throws ResponseStatusException 403 for anybody else, whether there is such a case or not
     */
    ModelAndView of(String caseNumber, String user) {
        boolean reads = readers.mayReadForWork(user, caseNumber);
        if (!reads && persons.mayHelp(user, caseNumber)) {
            return helping(caseNumber);
        }
        if (!Restrictions.maySet(members.groupsOf(user)) || !reads) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN, "このケースは、あなたの担当ではありません。");
        }
        Restriction restriction = table.of(caseNumber).orElse(null);
        Set<String> named = restricted.namedIn(caseNumber);
        ModelAndView page = new ModelAndView("need-to-know/restriction")
                .addObject("caseNumber", caseNumber)
                .addObject("reasons", RestrictionReason.values())
                .addObject("people", people(named))
                .addObject("me", user)
                .addObject("freshDays", Restrictions.FRESH_DAYS)
                .addObject("together", restrictions.together(user, caseNumber))
                .addObject("restriction", restriction);
        if (restriction != null) {
            page.addObject(
                            "reasonLabel",
                            RestrictionReason.of(restriction.reason())
                                    .map(RestrictionReason::label)
                                    .orElse(""))
                    .addObject("setBy", members.nameOf(restriction.setBy()))
                    .addObject("setAt", ViewingPage.moment(restriction.setAt()))
                    .addObject("until", day(restriction.measureUntil()))
                    .addObject("lookedUp", day(restriction.endLookedUpOn()))
                    .addObject(
                            "proposedBy",
                            restriction.endProposedBy() == null ? null : members.nameOf(restriction.endProposedBy()))
                    .addObject("ownProposal", user.equals(restriction.endProposedBy()))
                    .addObject("nobody", work.waitingForNobody(caseNumber, named));
        }
        return page;
    }

    /** For 課長, where nobody named can look after the case: its number, and whom they may name. */
    private ModelAndView helping(String caseNumber) {
        return new ModelAndView("need-to-know/left-alone")
                .addObject("caseNumber", caseNumber)
                .addObject(
                        "chiefs",
                        persons.chiefs().stream()
                                .map(one -> new Person(one, members.nameOf(one), "", false))
                                .toList());
    }

    private static String day(LocalDate day) {
        return day == null ? null : Wareki.formatWithWeekday(day);
    }

    /** Everybody of the centre and the ward's line, with their groups. */
    private List<Person> people(Set<String> named) {
        Map<String, Set<String>> groups = new LinkedHashMap<>();
        for (String group : Roles.OF_STEPS) {
            if (Roles.CENTRE.contains(group) || Roles.WARD.contains(group)) {
                members.membersOf(group)
                        .forEach(account -> groups.computeIfAbsent(account, first -> new TreeSet<>())
                                .add(Accounts.groupNames().get(group)));
            }
        }
        return groups.entrySet().stream()
                .map(one -> new Person(
                        one.getKey(),
                        members.nameOf(one.getKey()),
                        String.join("・", one.getValue()),
                        named.contains(one.getKey())))
                .toList();
    }
}
