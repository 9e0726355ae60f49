package jp.tsunagu.oversight;

import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import jp.tsunagu.calendar.WorkingDays;
import jp.tsunagu.oversight.StuckDesk.Refused;
import jp.tsunagu.work.StandstillReason;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The cases behind a step, or in the hands of a worker, and what can be done about them. */
@Controller
class StuckController {

    private static final String OF_STEP = "/oversight/steps/{process}/{step}";
    private static final String OF_WORKER = "/oversight/load/{worker}";
    private static final String PLACE = "place";

    private final StuckList list;
    private final StuckDesk desk;
    private final StuckTitles titles;
    private final Overseers overseers;
    private final WorkingDays workingDays;
    private final FreshCounts counts;

    StuckController(
            StuckList list,
            StuckDesk desk,
            StuckTitles titles,
            Overseers overseers,
            WorkingDays workingDays,
            FreshCounts counts) {
        this.list = list;
        this.desk = desk;
        this.titles = titles;
        this.overseers = overseers;
        this.workingDays = workingDays;
        this.counts = counts;
    }

    /** Which of the two lists the address asks for. */
    @ModelAttribute(PLACE)
    StuckPlace place(
            @PathVariable(required = false) String process,
            @PathVariable(required = false) String step,
            @PathVariable(required = false) String worker,
            @RequestParam Map<String, String> asked) {
        HeatFilter filter = HeatFilter.of(asked, workingDays.today());
        return worker == null
                ? StuckPlace.behind(process, step, filter, asked.get("page"))
                : StuckPlace.of(worker, filter, asked.get("page"));
    }

    @GetMapping({OF_STEP, OF_WORKER})
    String show(@ModelAttribute(name = PLACE, binding = false) StuckPlace place, Principal person, Model model) {
        return page(place, overseers.ofCases(person), Intent.NOTHING, model);
    }

    /** What was refused stays ticked, with its reason; the rest is done. Nothing that was typed is lost. */
    @PostMapping({OF_STEP, OF_WORKER})
    String act(
            @ModelAttribute(name = PLACE, binding = false) StuckPlace place,
            Intent intent,
            Principal person,
            Model model,
            RedirectAttributes next,
            HttpServletResponse answer) {
        Overseer who = overseers.ofCases(person);
        List<String> missing = intent.missing(workingDays.today());
        if (!missing.isEmpty()) {
            answer.setStatus(HttpStatus.BAD_REQUEST.value());
            model.addAttribute("missing", missing);
            return page(place, who, intent, model);
        }
        Map<String, Refused> refused = desk.each(who, intent);
        int through = intent.ids().size() - refused.size();
        String done = through == 0 ? null : through + "件: " + intent.done();
        if (refused.isEmpty()) {
            next.addFlashAttribute("done", done);
            return "redirect:" + place.address();
        }
        answer.setStatus(HttpStatus.BAD_REQUEST.value());
        model.addAttribute("done", done);
        model.addAttribute("refused", refused);
        return page(place, who, intent.only(refused.keySet()), model);
    }

    private String page(StuckPlace place, Overseer who, Intent typed, Model model) {
        model.addAttribute("asOf", counts.bring());
        model.addAttribute(
                "what",
                titles.of(place)
                        .orElseThrow(() -> new ResponseStatusException(
                                HttpStatus.NOT_FOUND, "この手順は、手順図にありません。「滞留の状況」の図から選び直してください。")));
        model.addAttribute("filter", titles.filter(place));
        model.addAttribute("page", list.of(who, place));
        model.addAttribute("typed", typed);
        model.addAttribute("reasons", StandstillReason.values());
        return "oversight/stuck";
    }
}
