package jp.tsunagu.access.door;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

/**
 * For an answer that goes out over TLS: the webapps' own token ({@code XSRF-TOKEN}) is for TLS only too, as all other cookies are. The
 * webapps know a fixed setting for it, which would be wrong at one of two doors, with and without TLS.
 */
final class TlsCookies extends HttpServletResponseWrapper {

    private static final String COOKIE = "Set-Cookie";
    private static final String TLS_ONLY = ";Secure";

    TlsCookies(HttpServletResponse response) {
        super(response);
    }

    @Override
    public void setHeader(String name, String value) {
        super.setHeader(name, secured(name, value));
    }

    @Override
    public void addHeader(String name, String value) {
        super.addHeader(name, secured(name, value));
    }

    private static String secured(String name, String value) {
        return name.equalsIgnoreCase(COOKIE) && value != null && !value.contains(TLS_ONLY) ? value + TLS_ONLY : value;
    }
}
