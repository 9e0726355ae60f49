package jp.tsunagu.procedure.publish;

import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import jp.tsunagu.calendar.Wareki;
import jp.tsunagu.engine.Members;
import jp.tsunagu.procedure.Administrator;
import jp.tsunagu.procedure.draft.Drafts;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 公開: propose, approve, give back, follow the cases, take back. */
@Controller
class PublicationController {

    private static final String ADDRESS = "/procedures/drafts/{id}/publication";
    private static final String REASON_OF = "reason.";

    private final Drafts drafts;
    private final Proposals proposals;
    private final Rollback rollback;
    private final SecondAttempt second;
    private final PublicationPage page;
    private final Members members;

    PublicationController(
            Drafts drafts,
            Proposals proposals,
            Rollback rollback,
            SecondAttempt second,
            PublicationPage page,
            Members members) {
        this.drafts = drafts;
        this.proposals = proposals;
        this.rollback = rollback;
        this.second = second;
        this.page = page;
        this.members = members;
    }

    @GetMapping(ADDRESS)
    String show(@PathVariable int id, Principal person, Model model) {
        return page(id, administrator(person), Map.of(), model);
    }

    /** What was refused is shown again with what was typed. */
    @PostMapping(ADDRESS)
    String act(
            @PathVariable int id,
            @RequestParam String act,
            @RequestParam Map<String, String> typed,
            Principal person,
            Model model,
            HttpServletResponse answer,
            RedirectAttributes next) {
        Administrator who = administrator(person);
        exists(id);
        try {
            next.addFlashAttribute("done", done(id, act, typed, who));
        } catch (NotNowException | IllegalStateException e) {
            answer.setStatus(HttpStatus.BAD_REQUEST.value());
            model.addAttribute("refused", e instanceof NotNowException not ? not.reasons() : List.of(e.getMessage()));
            model.addAttribute("typed", typed);
            return page(id, who, reasons(typed), model);
        }
        return "redirect:/procedures/drafts/" + id + "/publication";
    }

    private String done(int id, String act, Map<String, String> typed, Administrator who) {
        String reason = typed.get("reason");
        switch (act) {
            case "propose" -> {
                proposals.propose(
                        id, Wareki.parse(typed.getOrDefault("effectiveOn", "")).orElse(null), reasons(typed), who);
                return "承認を求めました。ほかの手続管理者が、このページで承認します。";
            }
            case "approve" -> {
                proposals.approve(id, who);
                return "承認しました。施行日になると、自動で施行します。";
            }
            case "giveBack" -> {
                proposals.giveBack(id, reason, who);
                return "編集に戻しました。";
            }
            case "withdraw" -> {
                proposals.withdraw(id, reason, who);
                return "改定案を取り下げました。";
            }
            case "rollBack" -> {
                rollback.rollBack(id, reason, who);
                return "施行を取り消しました。前の手続に戻し、ケースを順に戻しています。";
            }
            case "again" -> {
                return "できなかったケース " + second.begin(id, who) + " 件を、もう一度移しています。";
            }
            default -> throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "この操作はありません。");
        }
    }

    private static Map<String, String> reasons(Map<String, String> typed) {
        Map<String, String> reasons = new HashMap<>();
        typed.forEach((name, value) -> {
            if (name.startsWith(REASON_OF)) {
                reasons.put(name.substring(REASON_OF.length()), value);
            }
        });
        return reasons;
    }

    private String page(int id, Administrator who, Map<String, String> typed, Model model) {
        exists(id);
        model.asMap().putIfAbsent("typed", Map.of());
        page.fill(id, who, typed, model);
        model.addAttribute("inForce", rollback.isInForce(id));
        model.addAttribute("again", second.isPossible(id));
        return "procedure/publication";
    }

    private void exists(int id) {
        try {
            drafts.draft(id);
        } catch (NoSuchElementException e) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, e.getMessage());
        }
    }

    private Administrator administrator(Principal person) {
        return Administrator.of(person.getName(), members.groupsOf(person.getName()));
    }
}
