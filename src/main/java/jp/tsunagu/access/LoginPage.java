package jp.tsunagu.access;

import jp.tsunagu.access.oidc.ExternalLogin;
import jp.tsunagu.access.oidc.ExternalRefusal;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The login page, and where the bare address leads. */
@Controller
class LoginPage {

    private final ObjectProvider<ExternalLogin> elsewhere;

    LoginPage(ObjectProvider<ExternalLogin> elsewhere) {
        this.elsewhere = elsewhere;
    }

    @GetMapping("/login")
    String login(
            @RequestParam(required = false) Integer wait,
            @RequestParam(required = false) String external,
            Model model) {
        model.addAttribute("wait", wait);
        model.addAttribute(
                "external",
                external == null ? null : ExternalRefusal.of(external).text());
        model.addAttribute("elsewhere", elsewhere.getIfAvailable() != null);
        return "login";
    }

    @GetMapping("/")
    String home() {
        return "redirect:/camunda/app/tasklist/default/";
    }
}
