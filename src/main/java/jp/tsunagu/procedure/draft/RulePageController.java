package jp.tsunagu.procedure.draft;

import java.security.Principal;
import java.util.NoSuchElementException;
import jp.tsunagu.procedure.draft.RulePages.RulePage;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What the checks look for, for whoever has a finding before them. */
@Controller
class RulePageController {

    private final RulePages pages;
    private final Administrators administrators;

    RulePageController(RulePages pages, Administrators administrators) {
        this.pages = pages;
        this.administrators = administrators;
    }

    @GetMapping(RulePages.ADDRESS)
    String list(Principal person, Model model) {
        administrators.user(person);
        model.addAttribute("list", true);
        return show(pages.list(), model);
    }

    @GetMapping(RulePages.ADDRESS + "/{rule:[a-z-]{1,60}}")
    String rule(@PathVariable String rule, Principal person, Model model) {
        administrators.user(person);
        return show(
                pages.of(rule).orElseThrow(() -> new NoSuchElementException("この点検の説明はありません。「点検の説明」から選び直してください。")),
                model);
    }

    private static String show(RulePage page, Model model) {
        model.addAttribute("page", page);
        return "procedure/rule";
    }
}
