package jp.tsunagu.access.login;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import jp.tsunagu.access.AccessLog;
import jp.tsunagu.access.account.AccountTable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/** What somebody is told who logs in: the same for an account that does not exist as for a wrong password. */
@Component
public class LoginAnswers {

    private static final String FIRST_PAGE = "/camunda/app/tasklist/default/";

    private final AccountTable accounts;
    private final AccessLog log;

    LoginAnswers(AccountTable accounts, AccessLog log) {
        this.accounts = accounts;
        this.log = log;
    }

    /** To where they wanted to go. That somebody logged in is recorded, with the day of the last time at the account. */
    public AuthenticationSuccessHandler toTheFirstPage() {
        SavedRequestAwareAuthenticationSuccessHandler onwards = new SavedRequestAwareAuthenticationSuccessHandler();
        onwards.setDefaultTargetUrl(FIRST_PAGE);
        return (request, response, login) -> {
            recordLogin(login);
            onwards.onAuthenticationSuccess(request, response, login);
        };
    }

    private void recordLogin(Authentication login) {
        accounts.loggedIn(login.getName());
        log.record(login.getName(), null, "ログイン", null);
    }

    /** Back to the login page, with what happened as a word in the address. */
    public void backToLogin(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        String why = failure instanceof TooManyTriesException tooMany
                ? "wait=" + tooMany.seconds()
                : failure instanceof DisabledException ? "closed" : "error";
        response.sendRedirect("/login?" + why);
    }

    /** For machines: 429 with the seconds to wait, or 401 with the usual challenge. */
    public void toMachine(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (failure instanceof TooManyTriesException tooMany) {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(tooMany.seconds()));
            write(response, "TooManyTries", failure.getMessage());
        } else {
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"tsunagu\"");
            if (failure instanceof DisabledException) {
                write(response, "AccountClosed", failure.getMessage());
            }
        }
    }

    /** What a script or a machine reads of it. */
    static void write(HttpServletResponse response, String type, String message) throws IOException {
        response.setContentType("application/json");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter().write(new ObjectMapper().writeValueAsString(Map.of("type", type, "message", message)));
    }
}
