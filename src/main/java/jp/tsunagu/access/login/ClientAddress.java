package jp.tsunagu.access.login;

import java.util.Arrays;

/** From where a password comes, as far as tries are counted. */
final class ClientAddress {

    /** Work of the program itself. */
    private static final String INSIDE = "-";

    private static final int NETWORK_PARTS = 4;

    private ClientAddress() {}

    /** The machine or proxy; of IPv6 the network, because whoever has one has all its addresses. */
    static String network(String address) {
        if (address == null || !address.contains(":") || address.contains(".")) {
            return address == null ? INSIDE : address;
        }
        String[] parts = address.split(":", -1);
        // Tomcat writes all eight parts; a shortened one is kept as it is
        return parts.length == 2 * NETWORK_PARTS && !address.contains("::")
                ? String.join(":", Arrays.copyOf(parts, NETWORK_PARTS))
                : address;
    }
}
