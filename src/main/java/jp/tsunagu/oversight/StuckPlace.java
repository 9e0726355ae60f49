package jp.tsunagu.oversight;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which open stays a list shows: those behind an element of a diagram, or those whose task one worker has in hand.
 *
 * @param process null for all that the filter's worker has in hand
 * @param step null with it
 * @param page the first is 1
 */
record StuckPlace(String process, String step, HeatFilter filter, int page) {

    private static final int FARTHEST = 20_000;

    static StuckPlace behind(String process, String step, HeatFilter filter, String page) {
        return new StuckPlace(process, step, filter, number(page));
    }

    static StuckPlace of(String worker, HeatFilter filter, String page) {
        HeatFilter theirs = new HeatFilter(filter.from(), filter.to(), worker, null, null, null, null);
        return new StuckPlace(null, null, theirs, number(page));
    }

    public boolean ofWorker() {
        return process == null;
    }

    /** Where this page of the list is, with its filter. */
    public String address() {
        return address(page);
    }

    public String address(int other) {
        Map<String, String> asked = new LinkedHashMap<>(filter.address());
        if (other > 1) {
            asked.put("page", String.valueOf(other));
        }
        return ofWorker()
                ? address(Map.of("page", String.valueOf(other)), "oversight", "load", filter.worker())
                : address(asked, "oversight", "steps", process, step);
    }

    /** The same stays on the diagrams. */
    public String heat() {
        Map<String, String> asked = new LinkedHashMap<>();
        if (!ofWorker()) {
            asked.put("process", process);
        }
        asked.putAll(filter.address());
        return address(asked, "oversight");
    }

    private static String address(Map<String, String> asked, String... path) {
        UriComponentsBuilder address = UriComponentsBuilder.newInstance();
        for (String segment : path) {
            address.pathSegment(segment);
        }
        asked.forEach((name, value) -> address.queryParam(name, "{" + name + "}"));
        Map<String, Object> values =
                asked.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return "/" + address.encode().buildAndExpand(values).toUriString().replaceFirst("^/", "");
    }

    private static int number(String text) {
        boolean known = text != null && text.matches("[1-9]\\d{0,4}");
        return known ? Math.min(Integer.parseInt(text), FARTHEST) : 1;
    }
}
