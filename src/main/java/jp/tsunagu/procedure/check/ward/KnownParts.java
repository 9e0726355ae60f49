package jp.tsunagu.procedure.check.ward;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The closed list {@code known-parts.yaml}: what may be used besides the building blocks, and what no procedure can be without. */
record KnownParts(
        Set<String> listeners,
        Map<String, List<String>> calls,
        Set<String> properties,
        Set<String> processes,
        Set<String> decisions,
        Set<String> forms,
        Set<String> papers) {

    static final KnownParts LIST = read();

    private static final Set<String> PARTS = BlockClasses.ofSteps();

    /** Beans that a step may name: what the program declares as a building block, and nothing else. */
    Set<String> parts() {
        return PARTS;
    }

    boolean allowsCall(String part, String what) {
        return calls.getOrDefault(part, List.of()).contains(what);
    }

    private static KnownParts read() {
        try (InputStream list = KnownParts.class.getResourceAsStream("known-parts.yaml")) {
            return new ObjectMapper(new YAMLFactory()).readValue(list, KnownParts.class);
        } catch (IOException e) {
            throw new UncheckedIOException("known-parts.yaml cannot be read", e);
        }
    }
}
