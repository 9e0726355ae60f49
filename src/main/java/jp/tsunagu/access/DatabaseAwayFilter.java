package jp.tsunagu.access;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import jp.tsunagu.engine.DatabaseAwayException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Whoever acts while the database is away learns that, and what became of the act: in the shape of a refusal where a script
 * asked, as a page where a person did (login, first page).
 */
class DatabaseAwayFilter extends OncePerRequestFilter {

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="ja">
            <head><meta charset="utf-8"><title>つながりません｜つなぐ</title><link rel="stylesheet" href="/assets/pages/pages.css"></head>
            <body><main class="login"><h1><span class="login__brand">つなぐ</span></h1>
            <p class="message message--error" role="alert">%s</p>
            <p><a href="/">もう一度開く</a></p></main></body>
            </html>
            """;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | IOException | RuntimeException e) {
            // login, pages and our own API each wrap it differently; all else goes through as it is
            if (response.isCommitted()) {
                throw e;
            }
            DatabaseAwayException away = DatabaseAwayException.behind(e).orElse(null);
            if (away == null) {
                throw e;
            }
            answer(request, response, away);
        }
    }

    private static void answer(HttpServletRequest request, HttpServletResponse response, DatabaseAwayException away)
            throws IOException {
        response.reset();
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        if (asksForData(request.getRequestURI())) {
            response.setContentType("application/json");
            Map<String, String> refusal = Map.of("type", "DatabaseAwayException", "message", away.getMessage());
            response.getWriter().write(new ObjectMapper().writeValueAsString(refusal));
        } else {
            response.setContentType("text/html");
            response.getWriter().write(PAGE.formatted(away.reason()));
        }
    }

    private static boolean asksForData(String path) {
        return path.startsWith("/engine-rest/") || path.startsWith("/api/") || path.startsWith("/camunda/api/");
    }
}
