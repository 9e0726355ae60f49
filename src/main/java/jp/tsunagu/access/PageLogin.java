package jp.tsunagu.access;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import jp.tsunagu.access.login.AccountGuard;
import jp.tsunagu.access.login.LoginAnswers;
import jp.tsunagu.access.oidc.ExternalLogin;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.DefaultRedirectStrategy;
import org.springframework.security.web.RedirectStrategy;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.stereotype.Component;

/** How people log in and out in a browser: by password, and where an identity provider is named, there. */
@Component
class PageLogin {

    private final LoginAnswers answers;
    private final AccountGuard guard;
    private final AccessLog log;
    private final ObjectProvider<ExternalLogin> elsewhere;

    PageLogin(LoginAnswers answers, AccountGuard guard, AccessLog log, ObjectProvider<ExternalLogin> elsewhere) {
        this.answers = answers;
        this.guard = guard;
        this.log = log;
        this.elsewhere = elsewhere;
    }

    HttpSecurity addTo(HttpSecurity http) throws Exception {
        ExternalLogin external = elsewhere.getIfAvailable();
        if (external != null) {
            external.addTo(http, answers);
        }
        return http.formLogin(login -> login.loginPage("/login")
                        .successHandler(answers.toTheFirstPage())
                        .failureHandler(answers::backToLogin))
                .addFilterBefore(guard, AuthorizationFilter.class);
    }

    /** Leads to where somebody who has logged out goes next: a page by itself, the webapps' script is told. */
    void afterLogout(HttpServletRequest request, HttpServletResponse response, Authentication login)
            throws IOException, ServletException {
        if (login != null) {
            log.record(login.getName(), null, "ログアウト", null);
        }
        RedirectStrategy onwards =
                request.getRequestURI().startsWith("/camunda/") ? PageLogin::tellScript : new DefaultRedirectStrategy();
        ExternalLogin external = elsewhere.getIfAvailable();
        if (external == null || !external.logOut(request, response, login, onwards)) {
            onwards.sendRedirect(request, response, "/login?logout");
        }
    }

    /** A script cannot follow a redirect to another server; it leads the browser there ({@code webapp-session.js}). */
    private static void tellScript(HttpServletRequest request, HttpServletResponse response, String next)
            throws IOException {
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.getWriter().write(new ObjectMapper().writeValueAsString(Map.of("next", next)));
    }

    /** Where a form may lead, for the pages' security policy: the one that logs out goes on to the identity provider. */
    String formTargets() {
        ExternalLogin external = elsewhere.getIfAvailable();
        return external == null ? "'self'" : "'self' " + external.origin();
    }
}
