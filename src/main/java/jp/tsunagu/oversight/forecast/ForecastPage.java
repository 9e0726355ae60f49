package jp.tsunagu.oversight.forecast;

import java.security.Principal;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import jp.tsunagu.access.Accounts;
import jp.tsunagu.access.Roles;
import jp.tsunagu.calendar.Wareki;
import jp.tsunagu.calendar.WorkingDays;
import jp.tsunagu.engine.Members;
import jp.tsunagu.oversight.Overseer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** まもなく期限を過ぎるケース. */
@Controller
class ForecastPage {

    private static final List<String> WORKING = List.of(
            Roles.CONSULTATION_SUPPORTER,
            Roles.CHIEF,
            Roles.EMPLOYMENT_SUPPORTER,
            Roles.HOUSEHOLD_SUPPORTER,
            Roles.OUTREACH_SUPPORTER,
            Roles.WARD_OFFICER,
            Roles.WARD_SUBSECTION_CHIEF,
            Roles.WARD_SECTION_CHIEF,
            Roles.WELFARE_OFFICE);

    private final Forecasts forecasts;
    private final ForecastDesk desk;
    private final ReliabilityReader reliability;
    private final Members members;

    ForecastPage(Forecasts forecasts, ForecastDesk desk, ReliabilityReader reliability, Members members) {
        this.forecasts = forecasts;
        this.desk = desk;
        this.reliability = reliability;
        this.members = members;
    }

    /** A choice of a filter. */
    record Choice(String value, String label) {}

    @GetMapping("/oversight/forecast")
    ModelAndView page(@RequestParam Map<String, String> asked, Principal person) {
        Overseer overseer = Overseer.ofCases(person.getName(), members.groupsOf(person.getName()));
        if (forecasts.renewedAt() == null) {
            forecasts.update();
        }
        ForecastFilter filter = ForecastFilter.of(asked);
        Today today = forecasts.today();
        OffsetDateTime renewed = forecasts.renewedAt();
        return new ModelAndView("oversight/forecast")
                .addObject("view", desk.view(overseer, filter))
                .addObject("filter", filter)
                .addObject("likelihoods", Arrays.asList(Likelihood.values()))
                .addObject("roles", roles())
                .addObject("workers", workers())
                .addObject("until", Wareki.formatWithWeekday(today.until()))
                .addObject("renewed", renewed == null ? null : moment(renewed))
                .addObject("reliability", reliability.read(today.day()));
    }

    private static List<Choice> roles() {
        return WORKING.stream()
                .map(role -> new Choice(role, Accounts.groupNames().get(role)))
                .toList();
    }

    private List<Choice> workers() {
        TreeSet<String> users = new TreeSet<>();
        WORKING.forEach(role -> users.addAll(members.membersOf(role)));
        Map<String, String> names = members.namesOf(users);
        return users.stream().map(user -> new Choice(user, names.get(user))).toList();
    }

    private static String moment(OffsetDateTime at) {
        var local = at.atZoneSameInstant(WorkingDays.TOKYO);
        return Wareki.formatWithWeekday(local.toLocalDate()) + "%d:%02d".formatted(local.getHour(), local.getMinute());
    }
}
