package jp.tsunagu.access.login;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import jp.tsunagu.access.account.AccountState;
import jp.tsunagu.access.account.AccountTable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Between a login and everything else, at each request: does the account still count, does this session, and has the first
 * password been replaced? A session that is over ends here, at pages, the webapps and REST alike.
 */
public class AccountGuard extends OncePerRequestFilter {

    private static final String LAST_ACT = AccountGuard.class.getName() + ".lastAct";

    /** Where somebody gets who must first choose a password. */
    private static final Set<String> BEFORE_THE_PASSWORD = Set.of(
            "/account/password",
            "/api/account/password",
            "/logout",
            "/error",
            "/camunda/api/admin/auth/user/default/logout");

    private final AccountTable accounts;
    private final Clock clock;
    private final Elapsed elapsed;
    private final Duration idle;

    AccountGuard(AccountTable accounts, Clock clock, Elapsed elapsed, LoginSettings settings) {
        this.accounts = accounts;
        this.clock = clock;
        this.elapsed = elapsed;
        this.idle = settings.idle();
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        boolean partOfWebapp = (path.startsWith("/camunda/app/") || path.startsWith("/camunda/lib/"))
                && path.indexOf('.', path.lastIndexOf('/')) > 0;
        return path.startsWith("/assets/") || partOfWebapp;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication login = SecurityContextHolder.getContext().getAuthentication();
        if (login == null || !login.isAuthenticated() || login instanceof AnonymousAuthenticationToken) {
            chain.doFilter(request, response);
            return;
        }
        AccountState account = accounts.atTheDoor(login.getName());
        if (isIdle(request)) {
            end(request, response, "expired", "しばらく操作がなかったため、ログアウトしました。もう一度ログインしてください。");
        } else if (!counts(login, account)) {
            end(request, response, "ended", "このログインは終わりました。もう一度ログインしてください。");
        } else if (account.mustChangePassword() && !BEFORE_THE_PASSWORD.contains(request.getRequestURI())) {
            passwordFirst(request, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private boolean counts(Authentication login, AccountState account) {
        return SessionMark.isOf(login, account.generation())
                && !account.isOver(LocalDate.now(clock))
                && !account.isLocked(clock.instant());
    }

    /** A request that nobody made by hand is answered, but counts for nothing. */
    private boolean isIdle(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null) {
            return false;
        }
        long now = elapsed.nanos();
        Long last = (Long) session.getAttribute(LAST_ACT);
        if (last != null && now - last > idle.toNanos()) {
            return true;
        }
        if (last == null || Activity.isOfPerson(request)) {
            session.setAttribute(LAST_ACT, now);
        }
        return false;
    }

    private static void end(HttpServletRequest request, HttpServletResponse response, String why, String message)
            throws IOException {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        SecurityContextHolder.clearContext();
        if (asksForData(request)) {
            answer(response, HttpServletResponse.SC_UNAUTHORIZED, "SessionEnded", message);
        } else {
            response.sendRedirect("/login?" + why);
        }
    }

    private static void passwordFirst(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (asksForData(request)) {
            answer(
                    response,
                    HttpServletResponse.SC_FORBIDDEN,
                    "PasswordChangeRequired",
                    "初回パスワードを変更するまで、ほかの操作はできません。ブラウザーでログインするか、"
                            + "POST /api/account/password に {\"present\": …, \"next\": …} を送って変更してください。");
        } else {
            response.sendRedirect("/account/password");
        }
    }

    private static boolean asksForData(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.startsWith("/engine-rest/")
                || path.startsWith("/api/")
                || path.startsWith("/camunda/api/")
                || path.startsWith("/actuator/");
    }

    private static void answer(HttpServletResponse response, int status, String type, String message)
            throws IOException {
        response.setStatus(status);
        LoginAnswers.write(response, type, message);
    }
}
