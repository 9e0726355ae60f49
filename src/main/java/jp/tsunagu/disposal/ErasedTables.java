package jp.tsunagu.disposal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** {@code tables.yaml}: which rows of which table go with a case, in which order, and why the rest stays. */
@Component
class ErasedTables {

    private final List<Rows> erased = new ArrayList<>();
    private final Map<String, Map<String, Object>> kept;

    /**
     * Rows that go.
     *
     * @param kind what the certificate calls them
     * @param where with the names that the file explains
     */
    record Rows(String table, String kind, String where) {}

    @SuppressWarnings("unchecked")
    ErasedTables() {
        Map<String, Object> file = read();
        ((List<Map<String, String>>) file.get("erased"))
                .forEach(row -> erased.add(new Rows(row.get("table"), row.get("kind"), row.get("where"))));
        kept = (Map<String, Map<String, Object>>) file.get("kept");
    }

    List<Rows> erased() {
        return erased;
    }

    /** Tables of which no row goes. */
    Set<String> kept() {
        return kept.keySet();
    }

    /** Those of them that may hold the number of an erased case. */
    boolean mayHoldNumbers(String table) {
        return kept.containsKey(table) && Boolean.TRUE.equals(kept.get(table).get("numbers"));
    }

    private static Map<String, Object> read() {
        try (InputStream file = ErasedTables.class.getResourceAsStream("tables.yaml")) {
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
