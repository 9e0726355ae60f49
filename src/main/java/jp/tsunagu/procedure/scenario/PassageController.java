package jp.tsunagu.procedure.scenario;

import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import jp.tsunagu.procedure.Administrator;
import jp.tsunagu.procedure.draft.Draft;
import jp.tsunagu.procedure.draft.Drafts;
import jp.tsunagu.procedure.scenario.PassagePage.Filled;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One passage for all stories that lack the same step: shown, filled in, and written when somebody says so. */
@Controller
class PassageController {

    private static final String PASSAGE = ScenarioPage.ADDRESS + "/passage";
    private static final String VIEW = "procedure/scenario-passage";

    private final ScenarioPage page;
    private final PassagePage passages;
    private final Retelling retelling;
    private final Scenarios scenarios;
    private final Drafts drafts;

    PassageController(
            ScenarioPage page, PassagePage passages, Retelling retelling, Scenarios scenarios, Drafts drafts) {
        this.page = page;
        this.passages = passages;
        this.retelling = retelling;
        this.scenarios = scenarios;
        this.drafts = drafts;
    }

    @GetMapping(PASSAGE)
    String show(
            @PathVariable int id, @RequestParam String step, Principal person, Model model, RedirectAttributes next) {
        page.administrator(person);
        Draft draft = page.draft(id);
        try {
            passages.fill(draft, passages.proposed(draft, step), List.of(), model);
            return VIEW;
        } catch (NoSuchElementException e) {
            return refused(id, e.getMessage(), next);
        }
    }

    @PostMapping(PASSAGE)
    String write(
            @PathVariable int id,
            @RequestParam String step,
            @RequestParam Map<String, String> typed,
            Principal person,
            Model model,
            RedirectAttributes next,
            HttpServletResponse answer) {
        Administrator administrator = page.administrator(person);
        Draft draft = page.draft(id);
        Filled filled;
        try {
            filled = passages.typed(draft, step, typed);
        } catch (NoSuchElementException e) {
            return refused(id, e.getMessage(), next);
        }
        List<String> faults = passages.faults(draft, filled);
        if (faults.isEmpty()) {
            try {
                retelling.write(passages.passage(draft, filled), filled.chosen(), administrator.user());
                scenarios.run(drafts.files(id), administrator.user());
                next.addFlashAttribute(
                        "done",
                        "「" + filled.gap().waiting().name() + "」を、"
                                + filled.chosen().size() + "件の例題に書き足しました。もう一度実行しています。まだ違うところがあれば、赤で示します。");
                return "redirect:" + ScenarioPage.address(id);
            } catch (MalformedScenarioException e) {
                faults = e.faults().stream().map(Fault::message).toList();
            }
        }
        answer.setStatus(HttpStatus.BAD_REQUEST.value());
        passages.fill(draft, filled, faults, model);
        return VIEW;
    }

    private static String refused(int id, String reason, RedirectAttributes next) {
        next.addFlashAttribute("refused", reason);
        return "redirect:" + ScenarioPage.address(id);
    }
}
