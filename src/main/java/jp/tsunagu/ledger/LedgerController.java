package jp.tsunagu.ledger;

import jakarta.servlet.http.HttpSession;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import jp.tsunagu.engine.RefusedException;
import jp.tsunagu.form.Refusal;
import jp.tsunagu.ledger.CaseSearch.State;
import jp.tsunagu.ledger.KeptSearches.Kept;
import jp.tsunagu.ledger.Ledger.View;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** 支援台帳: the lists of cases and the search. */
@Controller
class LedgerController {

    private final Ledger ledger;

    LedgerController(Ledger ledger) {
        this.ledger = ledger;
    }

    @GetMapping("/cases")
    ModelAndView list(
            @RequestParam(defaultValue = "") String list,
            @RequestParam(defaultValue = "") String scope,
            @RequestParam(defaultValue = "") String page,
            Principal person) {
        boolean office = scope.equals("office");
        CaseList chosen = CaseList.of(list);
        View view = ledger.list(person.getName(), chosen, office, number(page));
        return page(view)
                .addObject("list", chosen)
                .addObject("office", office && view.reader().wholeOffice());
    }

    /** What was typed travels in the body and stays in the session; the address that follows has a number only. */
    @PostMapping("/cases")
    ModelAndView search(
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String state,
            Principal person,
            HttpSession session) {
        Kept search = new Kept(words.strip(), State.of(state));
        try {
            SearchWords.of(search.words(), ledger.today());
        } catch (RefusedException refused) {
            return notUnderstood(ledger.nothing(person.getName()), search, refused);
        }
        return new ModelAndView(
                "redirect:/cases?search=" + KeptSearches.of(session).keep(search));
    }

    @GetMapping(path = "/cases", params = "search")
    ModelAndView found(
            @RequestParam String search,
            @RequestParam(defaultValue = "") String page,
            Principal person,
            HttpSession session) {
        Optional<Kept> kept = KeptSearches.of(session).find(number(search));
        if (kept.isEmpty()) {
            View around = ledger.nothing(person.getName());
            return notUnderstood(
                    around, new Kept("", State.ALL), RefusedException.ofAct("この検索は、もう残っていません。検索の言葉をもう一度入力してください。"));
        }
        SearchWords words = SearchWords.of(kept.get().words(), ledger.today());
        View view = ledger.search(person.getName(), words, kept.get().state(), number(page));
        return page(view)
                .addObject("search", number(search))
                .addObject("typed", kept.get())
                .addObject("understood", words.understood());
    }

    private static ModelAndView notUnderstood(View around, Kept search, RefusedException refused) {
        ModelAndView page = page(around);
        page.setStatus(HttpStatus.BAD_REQUEST);
        return page.addObject("typed", search)
                .addObject(
                        "refused",
                        refused.refusals().stream().map(Refusal::reason).toList());
    }

    private static ModelAndView page(View view) {
        return new ModelAndView("cases")
                .addObject("view", view)
                .addObject("lists", List.of(CaseList.values()))
                .addObject("states", List.of(State.values()))
                .addObject("narrow", CaseSearch.NARROW)
                .addObject("longest", SearchWords.LONGEST);
    }

    /** Whatever else an address says is the first. */
    private static int number(String text) {
        return text.matches("\\d{1,6}") ? Integer.parseInt(text) : 1;
    }
}
