package jp.tsunagu.access.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.security.Principal;
import jp.tsunagu.access.account.AccountState;
import jp.tsunagu.access.account.AccountTable;
import jp.tsunagu.engine.RefusedException;
import jp.tsunagu.form.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** パスワードとログイン: one's own password, and every place one is logged in at. */
@Controller
class OwnAccountPage {

    static final String ADDRESS = "/account/password";

    private final OwnPassword password;
    private final AccountTable accounts;
    private final int shortest;

    OwnAccountPage(OwnPassword password, AccountTable accounts, LoginSettings settings) {
        this.password = password;
        this.accounts = accounts;
        this.shortest = settings.shortestPassword();
    }

    @GetMapping(ADDRESS)
    String show(Principal person, Model model) {
        AccountState account = accounts.of(person.getName());
        model.addAttribute("alone", account.mustChangePassword());
        model.addAttribute("elsewhere", account.externalId() != null);
        model.addAttribute("shortest", shortest);
        model.addAttribute("user", person.getName());
        return "account/password";
    }

    /** Whoever has changed it logs in with the new one, here and everywhere. */
    @PostMapping(ADDRESS)
    String change(
            @RequestParam(defaultValue = "") String present,
            @RequestParam(defaultValue = "") String next,
            @RequestParam(defaultValue = "") String again,
            Principal person,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            if (!next.equals(again)) {
                throw RefusedException.ofAct("新しいパスワードと、確認のためのパスワードが違います。");
            }
            password.change(person.getName(), present, next);
        } catch (RefusedException e) {
            model.addAttribute(
                    "refused", e.refusals().stream().map(Refusal::reason).toList());
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return show(person, model);
        }
        endSession(request);
        return "redirect:/login?changed";
    }

    /** A lost telephone, a computer left on: nothing counts any more but what logs in anew. */
    @PostMapping("/account/sessions/end")
    String everywhere(Principal person, HttpServletRequest request) {
        accounts.endSessions(person.getName());
        endSession(request);
        return "redirect:/login?everywhere";
    }

    private static void endSession(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }
}
