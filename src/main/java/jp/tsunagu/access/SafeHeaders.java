package jp.tsunagu.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
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
        chain.doFilter(request, response);
    }
}
