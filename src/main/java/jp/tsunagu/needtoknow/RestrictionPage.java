package jp.tsunagu.needtoknow;

import java.security.Principal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import jp.tsunagu.access.AccessLog;
import jp.tsunagu.access.Accounts;
import jp.tsunagu.access.Roles;
import jp.tsunagu.calendar.Wareki;
import jp.tsunagu.casefile.CaseReaders;
import jp.tsunagu.casefile.RestrictedCases;
import jp.tsunagu.engine.Members;
import jp.tsunagu.engine.RefusedException;
import jp.tsunagu.needtoknow.RestrictionTable.Restriction;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** 制限ケース: sets it, says who is named, and ends it by two persons. */
@Controller
@RequestMapping("/cases/{caseNumber}/restriction")
class RestrictionPage {

    private final Restrictions restrictions;
    private final RestrictionTable table;
    private final RestrictedCases restricted;
    private final NamedWork work;
    private final NamedPersons persons;
    private final CaseReaders readers;
    private final Members members;
    private final AccessLog log;

    RestrictionPage(
            Restrictions restrictions,
            RestrictionTable table,
            RestrictedCases restricted,
            NamedWork work,
            NamedPersons persons,
            CaseReaders readers,
            Members members,
            AccessLog log) {
        this.restrictions = restrictions;
        this.table = table;
        this.restricted = restricted;
        this.work = work;
        this.persons = persons;
        this.readers = readers;
        this.members = members;
        this.log = log;
    }

    /** Somebody who can be named. */
    record Person(String account, String name, String groups, boolean named) {}

    @GetMapping
    ModelAndView show(@PathVariable String caseNumber, @RequestParam(defaultValue = "") String done, Principal person) {
        ModelAndView page = page(caseNumber, person.getName());
        log.record(person.getName(), caseNumber, "閲覧", "restriction");
        return page.addObject("done", done);
    }

    @PostMapping
    ModelAndView set(
            @PathVariable String caseNumber,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "") Set<String> named,
            @RequestParam(defaultValue = "") String measureUntil,
            Principal person) {
        return acted(
                caseNumber,
                person,
                "set",
                Map.of("reason", reason, "note", note, "chosen", named, "measureUntil", measureUntil),
                user -> restrictions.set(user, caseNumber, reason, note, named, day(measureUntil)));
    }

    @PostMapping("/named")
    ModelAndView name(
            @PathVariable String caseNumber,
            @RequestParam(defaultValue = "") String account,
            @RequestParam(defaultValue = "false") boolean remove,
            Principal person) {
        return acted(
                caseNumber, person, "named", Map.of(), user -> restrictions.name(user, caseNumber, account, !remove));
    }

    @PostMapping("/measure")
    ModelAndView measure(
            @PathVariable String caseNumber, @RequestParam(defaultValue = "") String measureUntil, Principal person) {
        return acted(
                caseNumber,
                person,
                "measure",
                Map.of("measureUntil", measureUntil),
                user -> restrictions.measure(user, caseNumber, day(measureUntil)));
    }

    @PostMapping("/end-proposal")
    ModelAndView propose(
            @PathVariable String caseNumber,
            @RequestParam(defaultValue = "") String lookedUpOn,
            @RequestParam(defaultValue = "") String endNote,
            @RequestParam(defaultValue = "false") boolean withdraw,
            Principal person) {
        return acted(
                caseNumber,
                person,
                withdraw ? "withdrawn" : "proposed",
                Map.of("lookedUpOn", lookedUpOn, "endNote", endNote),
                user -> {
                    if (withdraw) {
                        restrictions.withdrawProposal(user, caseNumber);
                    } else {
                        restrictions.proposeEnd(user, caseNumber, day(lookedUpOn), endNote);
                    }
                });
    }

    @PostMapping("/end")
    ModelAndView end(
            @PathVariable String caseNumber,
            @RequestParam(defaultValue = "false") boolean confirmed,
            Principal person) {
        return acted(caseNumber, person, "ended", Map.of(), user -> {
            if (!confirmed) {
                throw RefusedException.ofAct("解除してよいことを確かめて、確認のチェックを入れてください。");
            }
            restrictions.end(user, caseNumber);
        });
    }

    private interface Act {
        void by(String user);
    }

    /** What was typed stays where it is refused. */
    private ModelAndView acted(String caseNumber, Principal person, String done, Map<String, Object> typed, Act act) {
        String user = person.getName();
        try {
            act.by(user);
        } catch (RefusedException refusal) {
            ModelAndView again = page(caseNumber, user);
            again.setStatus(HttpStatus.BAD_REQUEST);
            again.addAllObjects(typed);
            return again.addObject("error", PageInput.reason(refusal));
        }
        return new ModelAndView(
                readers.mayRead(user, caseNumber)
                        ? "redirect:/cases/" + caseNumber + "/restriction?done=" + done
                        : "redirect:/notices?show=news");
    }

    private static LocalDate day(String typed) {
        return typed.isBlank()
                ? null
                : Wareki.parse(typed).orElseThrow(() -> RefusedException.ofAct("日付を読み取れません。R8.9.18 のように入力してください。"));
    }

    private ModelAndView page(String caseNumber, String user) {
        boolean reads = readers.mayReadForWork(user, caseNumber);
        if (!reads && persons.mayHelp(user, caseNumber)) {
            return helping(caseNumber);
        }
        if (!Restrictions.maySet(members.groupsOf(user)) || !reads) {
            // the same answer whether there is such a case or not
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
