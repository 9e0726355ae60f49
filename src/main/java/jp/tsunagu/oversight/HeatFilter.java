package jp.tsunagu.oversight;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import jp.tsunagu.calendar.Wareki;

/**
 * Of which stays the heat is. Kept in the address of every page of this room, so that a link shows the same again.
 *
 * @param from first day of the period in which stays ended; what is open is counted as it is now
 * @param to its last day
 * @param worker an account: whose open tasks, and what they did; null for everybody
 * @param role whose work the step is; null for all
 * @param service a catalogue code in the case's plan; null for all cases
 * @param emergency with 緊急的支援 or without; null for both
 * @param version of the diagram; null for all
 */
record HeatFilter(
        LocalDate from, LocalDate to, String worker, String role, String service, Boolean emergency, Integer version) {

    private static final int USUAL_MONTHS = 3;

    static HeatFilter of(LocalDate from, LocalDate to) {
        return new HeatFilter(from, to, null, null, null, null, null);
    }

    /** As the address says; what is missing or cannot be read is as if it were not asked for, the period then the last three months. */
    static HeatFilter of(Map<String, String> asked, LocalDate today) {
        LocalDate to = read(asked, "to", HeatFilter::day, today);
        LocalDate from = read(
                asked, "from", HeatFilter::day, to.minusMonths(USUAL_MONTHS).plusDays(1));
        return new HeatFilter(
                from.isAfter(to) ? to : from,
                to,
                read(asked, "worker", Function.identity(), null),
                read(asked, "role", Function.identity(), null),
                read(asked, "service", Function.identity(), null),
                read(asked, "emergency", "yes"::equals, null),
                read(asked, "version", Integer::valueOf, null));
    }

    /** The same over all versions of the diagram. */
    HeatFilter ofAllVersions() {
        return new HeatFilter(from, to, worker, role, service, emergency, null);
    }

    /** What the address of a page says that shows the same stays. */
    Map<String, String> address() {
        Map<String, String> address = new LinkedHashMap<>();
        address.put("from", from.toString());
        address.put("to", to.toString());
        put(address, "worker", worker);
        put(address, "role", role);
        put(address, "service", service);
        put(address, "emergency", emergency == null ? null : emergency ? "yes" : "no");
        put(address, "version", version);
        return address;
    }

    private static void put(Map<String, String> address, String name, Object value) {
        if (value != null) {
            address.put(name, value.toString());
        }
    }

    /** As staff type it, too: R8.9.18. */
    private static LocalDate day(String text) {
        return Wareki.parse(text).orElse(null);
    }

    private static <T> T read(Map<String, String> asked, String name, Function<String, T> reading, T otherwise) {
        String value = asked.get(name);
        if (value == null || value.isBlank()) {
            return otherwise;
        }
        try {
            T understood = reading.apply(value.strip());
            return understood == null ? otherwise : understood;
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }
}
