package jp.tsunagu.oversight;

import java.security.Principal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** 滞留の状況: the first page. */
@Controller
class HeatPageController {

    private final HeatBook book;
    private final HeatChoices choices;
    private final FreshCounts fresh;
    private final ProcessDiagrams diagrams;
    private final Overseers overseers;

    HeatPageController(
            HeatBook book, HeatChoices choices, FreshCounts fresh, ProcessDiagrams diagrams, Overseers overseers) {
        this.book = book;
        this.choices = choices;
        this.fresh = fresh;
        this.diagrams = diagrams;
        this.overseers = overseers;
    }

    /** A choice of the filter: what the address calls it, what it can be, and what it is. */
    record Choice(String name, String label, String all, Map<String, String> options, String chosen) {}

    @GetMapping(OversightEntry.ADDRESS)
    ModelAndView show(@RequestParam Map<String, String> asked, Principal person) {
        Overseer overseer = overseers.of(person);
        HeatFilter filter = book.filter(overseer, asked);
        String process = asked.getOrDefault("process", HeatBook.USUAL_PROCESS);
        Overview overview = book.overview(overseer, filter, process, fresh.bring());
        Measure measure = measure(asked.get("measure"), overview);
        return new ModelAndView("oversight/heat")
                .addObject("view", overview)
                .addObject("cases", overseer.seesCases())
                .addObject("smallest", book.smallest())
                .addObject("titles", titles(overview))
                .addObject("sentence", HeatSentence.of(overview))
                .addObject("chosenSentence", HeatSentence.ofChosen(overview))
                .addObject("words", choices.words(filter))
                .addObject("narrowed", filter.address().size() > 2)
                .addObject("choices", choices(overseer, filter, process))
                .addObject("measures", List.of(Measure.values()))
                .addObject("measure", measure)
                .addObject("address", new HeatAddress(filter, process, measure));
    }

    /** Nobody asked for one: what is over its target, and where nothing is, what waits. */
    private static Measure measure(String asked, Overview overview) {
        boolean over = overview.rows().stream()
                .anyMatch(row -> row.process().equals(overview.chosen().process())
                        && row.over().heat() > 0);
        return asked == null && !over ? Measure.WAITING_NOW : Measure.of(asked);
    }

    private static Map<String, String> titles(Overview overview) {
        return overview.rows().stream().collect(Collectors.toMap(ProcessRow::process, ProcessRow::title));
    }

    private List<Choice> choices(Overseer overseer, HeatFilter filter, String process) {
        Choice role = new Choice("role", "係", "すべての係", choices.roles(), filter.role());
        Choice service = new Choice("service", "プランのサービス", "すべて", choices.services(filter), filter.service());
        if (!overseer.seesCases()) {
            return List.of(role, service);
        }
        Map<String, String> versions = diagrams.versions(process).stream()
                .collect(Collectors.toMap(
                        String::valueOf, version -> "第" + version + "版", (one, other) -> one, LinkedHashMap::new));
        return List.of(
                new Choice("worker", "担当者", "全員", choices.workers(), filter.worker()),
                role,
                service,
                new Choice(
                        "emergency",
                        "緊急的支援",
                        "すべて",
                        Map.of("yes", "ありだけ", "no", "なしだけ"),
                        filter.address().get("emergency")),
                new Choice("version", "図の版", "すべての版", versions, filter.address().get("version")));
    }
}
