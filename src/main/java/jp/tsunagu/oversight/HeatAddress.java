package jp.tsunagu.oversight;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.web.util.UriUtils;

/** Addresses of this room that keep the filter. */
record HeatAddress(HeatFilter filter, String process, Measure measure) {

    /** The first page for another process. */
    public String process(String other) {
        return OversightEntry.ADDRESS + "?" + query(other);
    }

    /** The cases behind a step. */
    public String step(HeatLine line) {
        return OversightEntry.ADDRESS + "/steps/" + encoded(line.process()) + "/" + encoded(line.step()) + "?"
                + filtered();
    }

    public String file(String ending) {
        return OversightEntry.ADDRESS + "/heat." + ending + "?" + query(process);
    }

    /** Only the filter. */
    public String filtered() {
        return joined(filter.address());
    }

    private String query(String of) {
        Map<String, String> address = new LinkedHashMap<>();
        address.put("process", of);
        address.put("measure", measure.key());
        address.putAll(filter.address());
        if (!of.equals(process)) {
            // a version says something of one diagram only
            address.remove("version");
        }
        return joined(address);
    }

    private static String joined(Map<String, String> address) {
        return address.entrySet().stream()
                .map(part -> part.getKey() + "=" + encoded(part.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String part) {
        return UriUtils.encode(part, StandardCharsets.UTF_8);
    }
}
