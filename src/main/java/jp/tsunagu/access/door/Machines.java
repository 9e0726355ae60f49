package jp.tsunagu.access.door;

import jakarta.servlet.http.HttpServletRequest;

/** Who calls without a browser. */
public final class Machines {

    private static final String BASIC = "Basic ";

    private Machines() {}

    /**
     * A machine brings its password itself, each time, and needs no token. A browser that was once asked for one sends it along
     * with whatever a strange page makes it send, and says where that came from.
     */
    public static boolean isOne(HttpServletRequest request) {
        String authorization = request.getHeader("Authorization");
        return authorization != null
                && authorization.regionMatches(true, 0, BASIC, 0, BASIC.length())
                && request.getHeader("Sec-Fetch-Site") == null
                && request.getHeader("Origin") == null;
    }
}
