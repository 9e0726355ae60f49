package jp.tsunagu.access.log;

import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** From where somebody acts. */
public final class Origin {

    /** Of an IPv6 address that carries an IPv4 one. */
    private static final int LONGEST = 45;

    private Origin() {}

    /**
     * The client's address as the server sees it: the other end of the connection or, where that is a proxy this server
     * trusts ({@code TSUNAGU_TRUSTED_PROXIES}), what the proxy says. What a client writes into a header itself counts for
     * nothing.
     *
     * @return null where nobody asked over HTTP: timers, the nightly check
     */
    public static String address() {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes) {
            String address = attributes.getRequest().getRemoteAddr();
            return address == null || address.length() <= LONGEST ? address : address.substring(0, LONGEST);
        }
        return null;
    }
}
