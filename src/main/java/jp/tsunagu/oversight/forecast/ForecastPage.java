package jp.tsunagu.oversight.forecast;

import java.security.Principal;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Map;
import jp.tsunagu.calendar.Wareki;
import jp.tsunagu.calendar.WorkingDays;
import jp.tsunagu.oversight.HeatChoices;
import jp.tsunagu.oversight.Overseer;
import jp.tsunagu.oversight.Overseers;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** まもなく期限を過ぎるケース. */
@Controller
class ForecastPage {

    private final Forecasts forecasts;
    private final ForecastDesk desk;
    private final ReliabilityReader reliability;
    private final HeatChoices choices;
    private final Overseers overseers;

    ForecastPage(
            Forecasts forecasts,
            ForecastDesk desk,
            ReliabilityReader reliability,
            HeatChoices choices,
            Overseers overseers) {
        this.forecasts = forecasts;
        this.desk = desk;
        this.reliability = reliability;
        this.choices = choices;
        this.overseers = overseers;
    }

    @GetMapping("/oversight/forecast")
    ModelAndView page(@RequestParam Map<String, String> asked, Principal person) {
        Overseer overseer = overseers.ofCases(person);
        OffsetDateTime renewed = forecasts.renewedAt();
        if (renewed == null) {
            forecasts.update();
            renewed = forecasts.renewedAt();
        }
        ForecastFilter filter = ForecastFilter.of(asked);
        Today today = forecasts.today();
        return new ModelAndView("oversight/forecast")
                .addObject("view", desk.view(overseer, filter))
                .addObject("filter", filter)
                .addObject("likelihoods", Arrays.asList(Likelihood.values()))
                .addObject("roles", choices.roles())
                .addObject("workers", choices.workers())
                .addObject("until", Wareki.formatWithWeekday(today.until()))
                .addObject("renewed", renewed == null ? null : moment(renewed))
                .addObject("reliability", reliability.read(today.day()));
    }

    private static String moment(OffsetDateTime at) {
        var local = at.atZoneSameInstant(WorkingDays.TOKYO);
        return Wareki.formatWithWeekday(local.toLocalDate()) + "%d:%02d".formatted(local.getHour(), local.getMinute());
    }
}
