package jp.tsunagu.oversight;

import java.security.Principal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagu.access.Accounts;
import jp.tsunagu.access.Roles;
import jp.tsunagu.engine.Members;
import jp.tsunagu.municipality.Absences.Away;
import jp.tsunagu.oversight.LoadReader.Item;
import jp.tsunagu.oversight.LoadReader.Load;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** 担当者ごとの仕事: who has how much to do in the coming weeks, so that nobody is given more than their share. */
@Controller
class LoadController {

    private final LoadReader reader;
    private final Members members;
    private final Overseers overseers;

    LoadController(LoadReader reader, Members members, Overseers overseers) {
        this.reader = reader;
        this.members = members;
        this.overseers = overseers;
    }

    @GetMapping("/oversight/load")
    String show(Principal person, Model model) {
        overseers.ofCases(person);
        Load load = reader.read();
        model.addAttribute(
                "weeks", load.weeks().stream().map(LoadController::label).toList());
        model.addAttribute("centre", of(load, Roles.CENTRE));
        model.addAttribute("ward", of(load, Roles.WARD));
        return "oversight/load";
    }

    /** Most beyond their target first. */
    private List<Workload> of(Load load, Set<String> roles) {
        return roles.stream()
                .flatMap(role -> members.membersOf(role).stream())
                .distinct()
                .map(account -> of(load, account, roles))
                .sorted(Comparator.comparingInt(Workload::late)
                        .thenComparingInt(Workload::tasks)
                        .reversed()
                        .thenComparing(Workload::name))
                .toList();
    }

    private Workload of(Load load, String account, Set<String> roles) {
        List<Item> items = load.items().getOrDefault(account, List.of());
        List<Away> absences = load.absences().getOrDefault(account, List.of());
        TreeSet<String> own = new TreeSet<>(members.groupsOf(account));
        own.retainAll(roles);
        List<Workload.Week> weeks = new ArrayList<>();
        for (LocalDate monday : load.weeks()) {
            int week = weeks.size();
            Predicate<Item> then = item -> !item.late() && item.week() != null && item.week() == week;
            weeks.add(new Workload.Week(
                    count(items, then.and(kind("task"))),
                    count(items, then.and(kind("agreed"))),
                    count(items, then.and(kind("evaluation"))),
                    away(absences, monday)));
        }
        return new Workload(
                account,
                members.nameOf(account),
                own.stream().map(Accounts.groupNames()::get).collect(Collectors.joining("・")),
                count(items, kind("case")),
                count(items, kind("task")),
                count(items, kind("task").and(Item::late)),
                count(items, kind("task").negate().and(Item::late)),
                weeks);
    }

    private static Predicate<Item> kind(String kind) {
        return item -> item.kind().equals(kind);
    }

    private static int count(List<Item> items, Predicate<Item> which) {
        return items.stream().filter(which).mapToInt(Item::count).sum();
    }

    private static String away(List<Away> absences, LocalDate monday) {
        LocalDate sunday = monday.plusWeeks(1).minusDays(1);
        return absences.stream()
                .filter(away -> !away.to().isBefore(monday) && !away.from().isAfter(sunday))
                .map(away -> Stream.of(later(away.from(), monday), earlier(away.to(), sunday))
                        .distinct()
                        .map(LoadController::day)
                        .collect(Collectors.joining("～")))
                .collect(Collectors.joining("、"));
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static String label(LocalDate monday) {
        return day(monday) + "の週";
    }

    private static String day(LocalDate day) {
        return day.getMonthValue() + "/" + day.getDayOfMonth();
    }
}
