package jp.tsunagu.procedure.scenario;

import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.List;
import jp.tsunagu.procedure.Administrator;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The text of one scenario: read, copied, and the ward's own changed and deleted. */
@Controller
class ScenarioTextController {

    private static final String VIEW = "procedure/scenario-text";
    private static final String NEW = ScenarioPage.ADDRESS + "/new";
    private static final String TEXT = ScenarioPage.ADDRESS + "/text";
    private static final String DONE = "done";

    private final ScenarioPage page;
    private final Scenarios scenarios;
    private final OwnScenarios own;

    ScenarioTextController(ScenarioPage page, Scenarios scenarios, OwnScenarios own) {
        this.page = page;
        this.scenarios = scenarios;
        this.own = own;
    }

    /** What was changed in the text of one of the ward's own. */
    record Typed(String scenario, int revision, String source) {

        KeptScenario asKept() {
            return new KeptScenario(scenario, scenario, "", null, source, revision, null, null);
        }
    }

    /** A new one, empty but for an example, or as a copy of another. */
    @GetMapping(NEW)
    String begin(@PathVariable int id, @RequestParam(required = false) String copy, Principal person, Model model) {
        page.administrator(person);
        return show(
                id, null, copy == null ? ScenarioExample.TEXT : ScenarioExample.copy(found(copy)), List.of(), model);
    }

    @PostMapping(NEW)
    String add(
            @PathVariable int id,
            @RequestParam String source,
            Principal person,
            Model model,
            RedirectAttributes next,
            HttpServletResponse answer) {
        Administrator administrator = page.administrator(person);
        page.draft(id);
        try {
            String added = own.add(source, administrator.user());
            next.addFlashAttribute(DONE, "例題「" + added + "」を加えました。まだ実行していません。");
            return "redirect:" + ScenarioPage.address(id);
        } catch (MalformedScenarioException e) {
            answer.setStatus(HttpStatus.BAD_REQUEST.value());
            return show(id, null, source, e.faults(), model);
        }
    }

    /** @param line to show first; null for the first */
    @GetMapping(TEXT)
    String text(
            @PathVariable int id,
            @RequestParam String scenario,
            @RequestParam(required = false) Integer line,
            Principal person,
            Model model) {
        page.administrator(person);
        model.addAttribute("line", line);
        KeptScenario found = found(scenario);
        return show(id, found, found.source(), List.of(), model);
    }

    @PostMapping(TEXT)
    String change(
            @PathVariable int id,
            Typed typed,
            Principal person,
            Model model,
            RedirectAttributes next,
            HttpServletResponse answer) {
        Administrator administrator = page.administrator(person);
        page.draft(id);
        try {
            own.change(typed.scenario(), typed.source(), typed.revision(), administrator.user());
            next.addFlashAttribute(DONE, "例題「" + typed.scenario() + "」を保存しました。まだ実行していません。");
            return "redirect:" + ScenarioPage.address(id);
        } catch (MalformedScenarioException e) {
            answer.setStatus(HttpStatus.BAD_REQUEST.value());
            return show(id, typed.asKept(), typed.source(), e.faults(), model);
        }
    }

    @PostMapping(ScenarioPage.ADDRESS + "/delete")
    String delete(
            @PathVariable int id,
            @RequestParam String scenario,
            @RequestParam int revision,
            Principal person,
            RedirectAttributes next) {
        page.administrator(person);
        page.draft(id);
        if (own.delete(scenario, revision)) {
            next.addFlashAttribute(DONE, "例題「" + scenario + "」を消しました。");
        } else {
            next.addFlashAttribute("refused", "この間に、ほかの人がこの例題を変えたか消しました。消していません。");
        }
        return "redirect:" + ScenarioPage.address(id);
    }

    private String show(int id, KeptScenario scenario, String source, List<Fault> faults, Model model) {
        model.addAttribute("draft", page.draft(id));
        model.addAttribute("scenario", scenario);
        model.addAttribute("source", source);
        model.addAttribute("faults", faults);
        return VIEW;
    }

    private KeptScenario found(String scenario) {
        return scenarios
                .find(scenario)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "この例題はありません。ほかの人が消したかもしれません。例題の一覧から選び直してください。"));
    }
}
