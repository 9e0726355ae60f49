package jp.tsunagu.access.door;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What every answer tells the browser, also one that is refused before anything else has looked at it. The rest (content
 * security policies, no storing) is the matter of the doors themselves.
 */
class SafeHeaders extends OncePerRequestFilter {

    /** One year: a browser that once came over TLS comes no other way. */
    private static final String TLS_ONLY = "max-age=31536000; includeSubDomains";

    /** Nothing here looks, listens or asks where somebody is. */
    private static final String NO_DEVICES =
            "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(),"
                    + " magnetometer=(), microphone=(), midi=(), payment=(), usb=()";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Permissions-Policy", NO_DEVICES);
        if (request.isSecure()) {
            response.setHeader("Strict-Transport-Security", TLS_ONLY);
        }
        String path = request.getRequestURI();
        if (path.contains("//")) {
            // one address to the engine's servlets, another to our rules; the firewall comes too late for it
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        boolean webapp = path.startsWith("/camunda/");
        if (webapp) {
            response.setHeader("Content-Security-Policy", "frame-ancestors 'none'");
        }
        HttpServletResponse answer = webapp && request.isSecure() ? new TlsCookies(response) : response;
        boolean engineData = path.startsWith("/engine-rest/") || path.startsWith("/camunda/api/");
        chain.doFilter(request, engineData ? new Unstored(answer) : answer);
    }

    /** The engine's own word would let a browser keep on its disk what a case says. */
    private static final class Unstored extends HttpServletResponseWrapper {

        private static final String STORING = "Cache-Control";

        Unstored(HttpServletResponse response) {
            super(response);
            response.setHeader(STORING, "no-store");
        }

        @Override
        public void setHeader(String name, String value) {
            if (!name.equalsIgnoreCase(STORING)) {
                super.setHeader(name, value);
            }
        }

        @Override
        public void addHeader(String name, String value) {
            if (!name.equalsIgnoreCase(STORING)) {
                super.addHeader(name, value);
            }
        }
    }
}
