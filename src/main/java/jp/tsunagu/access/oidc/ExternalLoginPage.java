package jp.tsunagu.access.oidc;

import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The way from our login page to the other one; who cannot go there learns it here rather than from an error page. */
@Controller
@ConditionalOnExpression("!'${tsunagu.login.oidc.issuer:}'.isBlank()")
class ExternalLoginPage {

    private final ClientRegistrationRepository providers;

    ExternalLoginPage(ClientRegistrationRepository providers) {
        this.providers = providers;
    }

    @GetMapping("/login/external")
    String begin() {
        try {
            providers.findByRegistrationId(ExternalConfiguration.REGISTRATION);
            return "redirect:" + ExternalLogin.BEGIN;
        } catch (IllegalArgumentException | IllegalStateException e) {
            return "redirect:/login?external=" + ExternalRefusal.AWAY;
        }
    }
}
