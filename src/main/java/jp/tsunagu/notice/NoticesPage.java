package jp.tsunagu.notice;

import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import jp.tsunagu.engine.Members;
import jp.tsunagu.notice.LetterDesk.Dispatch;
import jp.tsunagu.notice.mail.MailFailures;
import org.camunda.bpm.engine.AuthorizationException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 通知とお知らせ: what has to go out by paper, what came back, what was written to one's own role, and which mails failed. */
@Controller
class NoticesPage {

    private final NoticeLists lists;
    private final LetterDesk desk;
    private final MailFailures failures;
    private final Members members;

    NoticesPage(NoticeLists lists, LetterDesk desk, MailFailures failures, Members members) {
        this.lists = lists;
        this.desk = desk;
        this.failures = failures;
        this.members = members;
    }

    @GetMapping(NoticesEntry.ADDRESS)
    String show(
            @RequestParam(name = "show", defaultValue = "") String show,
            @RequestParam(name = "case", defaultValue = "") String caseNumber,
            Principal person,
            Model model) {
        return page(new Typed(List.of(), null, null, null, false), show, caseNumber, person, model);
    }

    /** From now on these letters are in the hands of whoever is logged in. */
    @PostMapping(NoticesEntry.ADDRESS + "/take")
    String take(Typed typed, String show, Principal person, Model model, HttpServletResponse answer) {
        return act(typed, show, person, model, answer, "件を担当にしました。印刷できます。", id -> desk.take(person.getName(), id));
    }

    /** These letters have gone out, all on one day in one manner. */
    @PostMapping(NoticesEntry.ADDRESS + "/sent")
    String sent(Typed typed, String show, Principal person, Model model, HttpServletResponse answer) {
        List<String> missing = typed.missing();
        if (!missing.isEmpty()) {
            model.addAttribute("missing", missing);
            answer.setStatus(HttpStatus.BAD_REQUEST.value());
            return page(typed, show, "", person, model);
        }
        Dispatch dispatch = typed.dispatch();
        return act(typed, show, person, model, answer, "件を送付済みにしました。", id -> desk.sent(person.getName(), id, dispatch));
    }

    /** These were read. */
    @PostMapping(NoticesEntry.ADDRESS + "/read")
    String read(Typed typed, Principal person, Model model, HttpServletResponse answer) {
        return act(typed, "news", person, model, answer, "件を確認済みにしました。", id -> desk.read(person.getName(), id));
    }

    /** These mails are tried anew. */
    @PostMapping(NoticesEntry.ADDRESS + "/mails")
    String again(Typed typed, Principal person, RedirectAttributes next) {
        if (!NoticeLists.seesMails(groups(person))) {
            throw new AuthorizationException("メールの送り直しは、主任相談支援員かシステム管理者だけができます。");
        }
        failures.again(typed.ids(), person.getName());
        next.addFlashAttribute("done", typed.ids().size() + "件を、もう一度送ります。");
        return "redirect:" + NoticesEntry.ADDRESS + "?show=mails";
    }

    /** What was refused stays chosen, with its reason; the rest is done. Nothing that was typed is lost. */
    private String act(
            Typed typed,
            String show,
            Principal person,
            Model model,
            HttpServletResponse answer,
            String done,
            Consumer<UUID> act) {
        groups(person);
        Map<UUID, String> refused = LetterDesk.each(typed.ids(), act);
        int through = typed.ids().size() - refused.size();
        if (through > 0) {
            model.addAttribute("done", through + done);
        }
        if (typed.ids().isEmpty()) {
            model.addAttribute("missing", List.of("一覧から選んでください。"));
        }
        if (through == 0 || !refused.isEmpty()) {
            answer.setStatus(HttpStatus.BAD_REQUEST.value());
        }
        model.addAttribute("refused", refused);
        return page(typed.only(refused.keySet()), show, "", person, model);
    }

    private String page(Typed typed, String show, String caseNumber, Principal person, Model model) {
        model.addAttribute("typed", typed);
        lists.show(show, caseNumber, person.getName(), groups(person), model);
        return "notices";
    }

    private Set<String> groups(Principal person) {
        Set<String> groups = members.groupsOf(person.getName());
        if (!NoticesEntry.isFor(groups)) {
            throw new AuthorizationException("通知とお知らせは、相談支援と決定に関わる職員だけが開けます。");
        }
        return groups;
    }
}
