package jp.tsunagu.procedure.scenario;

import java.security.Principal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.tsunagu.procedure.Administrator;
import jp.tsunagu.procedure.ProcedureFiles;
import jp.tsunagu.procedure.draft.Draft;
import jp.tsunagu.procedure.draft.Drafts;
import jp.tsunagu.procedure.scenario.ScenarioRuns.Progress;
import jp.tsunagu.procedure.scenario.Scenarios.Outcome;
import jp.tsunagu.procedure.scenario.Scenarios.Outcomes;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** The scenarios of a 改定案 with their results, and the button that runs them. */
@Controller
class ScenarioListController {

    private static final Comparator<Outcome> RED_FIRST =
            Comparator.comparing((Outcome outcome) -> !outcome.isRed()).thenComparing(Outcome::isGreen);

    private final ScenarioPage page;
    private final Scenarios scenarios;
    private final ScenarioRuns runs;
    private final Drafts drafts;
    private final Gaps gaps;

    ScenarioListController(ScenarioPage page, Scenarios scenarios, ScenarioRuns runs, Drafts drafts, Gaps gaps) {
        this.gaps = gaps;
        this.page = page;
        this.scenarios = scenarios;
        this.runs = runs;
        this.drafts = drafts;
    }

    @GetMapping(ScenarioPage.ADDRESS)
    String list(@PathVariable int id, Principal person, Model model) {
        page.administrator(person);
        Draft draft = page.draft(id);
        model.addAttribute("draft", draft);
        ProcedureFiles files = drafts.files(id);
        Outcomes outcomes = scenarios.results(files);
        List<Outcome> shown = outcomes.all().stream().sorted(RED_FIRST).toList();
        model.addAttribute("outcomes", outcomes);
        model.addAttribute("shown", shown);
        model.addAttribute(
                "writers", page.writers(shown.stream().map(Outcome::scenario).toList()));
        model.addAttribute("gaps", gaps.of(draft, shown));
        model.addAttribute("lastRun", lastRun(shown));
        model.addAttribute("progress", runs.of(ContentHash.of(files)).orElse(null));
        return "procedure/scenarios";
    }

    /** Null if nothing was run. */
    private static String lastRun(List<Outcome> outcomes) {
        return outcomes.stream()
                .map(Outcome::ranAt)
                .filter(ran -> ran != null)
                .max(Comparator.naturalOrder())
                .map(ran -> When.text(ran.toInstant()))
                .orElse(null);
    }

    @PostMapping(ScenarioPage.ADDRESS + "/run")
    String run(@PathVariable int id, Principal person) {
        Administrator administrator = page.administrator(person);
        page.draft(id);
        scenarios.run(drafts.files(id), administrator.user());
        return "redirect:" + ScenarioPage.address(id);
    }

    /** Asked every second or so by the page while a run is under way. */
    @GetMapping(ScenarioPage.ADDRESS + "/progress")
    @ResponseBody
    Map<String, Object> progress(@PathVariable int id, Principal person) {
        page.administrator(person);
        page.draft(id);
        Optional<Progress> progress = runs.of(ContentHash.of(drafts.files(id))).filter(Progress::isRunning);
        return Map.of(
                "running", progress.isPresent(),
                "done", progress.map(Progress::done).orElse(0),
                "total", progress.map(Progress::total).orElse(0));
    }
}
