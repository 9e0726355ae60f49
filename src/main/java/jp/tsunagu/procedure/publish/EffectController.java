package jp.tsunagu.procedure.publish;

import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeMap;
import jp.tsunagu.engine.Members;
import jp.tsunagu.procedure.Administrator;
import jp.tsunagu.procedure.draft.Draft;
import jp.tsunagu.procedure.draft.Drafts;
import org.camunda.bpm.engine.ProcessEngineException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What becomes of the running cases, before anything is decided. */
@Controller
class EffectController {

    private static final String ADDRESS = "/procedures/drafts/{id}/effect";
    private static final String MAPPED = "map.";

    private final Drafts drafts;
    private final Publications publications;
    private final Proposals proposals;
    private final EffectTrial trial;
    private final Effects effects;
    private final EffectPage page;
    private final Members members;

    EffectController(
            Drafts drafts,
            Publications publications,
            Proposals proposals,
            EffectTrial trial,
            Effects effects,
            EffectPage page,
            Members members) {
        this.drafts = drafts;
        this.publications = publications;
        this.proposals = proposals;
        this.trial = trial;
        this.effects = effects;
        this.page = page;
        this.members = members;
    }

    @GetMapping(ADDRESS)
    String show(@PathVariable int id, Principal person, Model model) {
        Administrator.of(person.getName(), members.groupsOf(person.getName()));
        return page(id, publications.of(id).transition(), model);
    }

    /** Keeps the 経過措置 as it is chosen on the page, as long as the 改定案 is edited, and tries it. */
    @PostMapping(ADDRESS)
    String look(
            @PathVariable int id,
            @RequestParam MultiValueMap<String, String> fields,
            Principal person,
            Model model,
            HttpServletResponse answer,
            RedirectAttributes next) {
        Administrator who = Administrator.of(person.getName(), members.groupsOf(person.getName()));
        Transition chosen = chosen(fields);
        draft(id);
        List<String> refusals = page.refusals(id, chosen);
        if (!refusals.isEmpty()) {
            return refused(id, chosen, refusals, model, answer);
        }
        try {
            if (draft(id).state() == Draft.State.EDITING) {
                proposals.plan(id, chosen, who);
            }
            trial.look(id, who.user());
        } catch (NotNowException e) {
            return refused(id, chosen, e.reasons(), model, answer);
        } catch (ProcessEngineException | IllegalArgumentException e) {
            return refused(id, chosen, List.of("この改定案の図または表を、エンジンが受け付けません。点検の誤りを直してから、調べてください。"), model, answer);
        }
        next.addFlashAttribute("done", "進行中のケースの写しで試しました。実際のケースは何も変わっていません。");
        return "redirect:/procedures/drafts/" + id + "/effect";
    }

    private String refused(int id, Transition typed, List<String> reasons, Model model, HttpServletResponse answer) {
        answer.setStatus(HttpStatus.BAD_REQUEST.value());
        model.addAttribute("refused", reasons);
        return page(id, typed, model);
    }

    private static Transition chosen(MultiValueMap<String, String> fields) {
        TransitionRule rule = Arrays.stream(TransitionRule.values())
                .filter(one -> one.name().equals(fields.getFirst("rule")))
                .findFirst()
                .orElse(TransitionRule.MOVE);
        TreeMap<String, String> mapping = new TreeMap<>();
        fields.toSingleValueMap().forEach((name, value) -> {
            if (name.startsWith(MAPPED) && name.indexOf('/') > 0 && !value.isBlank()) {
                mapping.put(name.substring(MAPPED.length()), value);
            }
        });
        return new Transition(rule, Set.copyOf(fields.getOrDefault("from", List.of())), mapping);
    }

    private String page(int id, Transition transition, Model model) {
        Effects.Look look = effects.last(id).orElse(null);
        Draft draft = draft(id);
        model.addAttribute("draft", draft);
        model.addAttribute("editable", draft.state() == Draft.State.EDITING);
        model.addAttribute("transition", transition);
        model.addAttribute("rules", Arrays.asList(TransitionRule.values()));
        model.addAttribute("look", look);
        model.addAttribute("lookedBy", look == null ? "" : members.nameOf(look.by()));
        model.addAttribute("lookedAt", look == null ? "" : PublicationPage.time(look.at()));
        model.addAttribute("view", page.of(id, transition, look));
        return "procedure/effect";
    }

    private Draft draft(int id) {
        try {
            return drafts.draft(id);
        } catch (NoSuchElementException e) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, e.getMessage());
        }
    }
}
