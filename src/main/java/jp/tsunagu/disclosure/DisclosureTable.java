package jp.tsunagu.disclosure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * {@code processes/disclosure.yaml}: which fields belong together, and which kind of receiver needs which of them. What is not
 * listed is not told: a field that an administrator adds to a form stays inside until somebody decides who needs it.
 */
@Component
public class DisclosureTable {

    private final Map<String, String> labels = new HashMap<>();
    private final Map<String, Set<String>> bodies = new LinkedHashMap<>();
    private final Map<String, String> itemOfField = new HashMap<>();
    private final Set<String> items = new LinkedHashSet<>();
    private final Set<String> grounds = new LinkedHashSet<>();
    private final Map<String, Set<String>> slips = new HashMap<>();
    private final Map<String, Map<String, String>> papers = new HashMap<>();

    DisclosureTable() throws IOException {
        this(read());
    }

    DisclosureTable(JsonNode table) {
        table.path("items").forEach(item -> {
            String name = named(item, items);
            item.path("fields").forEach(field -> {
                if (itemOfField.put(field.asText(), name) != null) {
                    throw new IllegalStateException("disclosure.yaml: " + field.asText() + " が二つの項目にあります。");
                }
            });
        });
        Set<String> kinds = new LinkedHashSet<>();
        table.path("bodies").forEach(body -> bodies.put(named(body, kinds), known(texts(body.path("items")))));
        table.path("grounds").forEach(ground -> named(ground, grounds));
        table.path("slips").fields().forEachRemaining(slip -> slips.put(slip.getKey(), known(texts(slip.getValue()))));
        table.path("conference").fields().forEachRemaining(list -> {
            Map<String, String> about = new LinkedHashMap<>();
            list.getValue().fields().forEachRemaining(paper -> {
                known(Set.of(paper.getValue().asText()));
                about.put(paper.getKey(), paper.getValue().asText());
            });
            papers.put(list.getKey(), about);
        });
    }

    private static JsonNode read() throws IOException {
        try (InputStream file = new ClassPathResource("processes/disclosure.yaml").getInputStream()) {
            return new ObjectMapper(new YAMLFactory()).readTree(file);
        }
    }

    private String named(JsonNode entry, Set<String> names) {
        String name = entry.path("name").asText();
        if (!names.add(name)) {
            throw new IllegalStateException("disclosure.yaml: " + name + " が二度書かれています。");
        }
        labels.put(name, entry.path("label").asText(name));
        return name;
    }

    private Set<String> known(Set<String> names) {
        for (String name : names) {
            if (!items.contains(name)) {
                throw new IllegalStateException("disclosure.yaml: 項目 " + name + " がありません。");
            }
        }
        return names;
    }

    private static Set<String> texts(JsonNode list) {
        Set<String> texts = new LinkedHashSet<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    /** All items, in the order of the table. */
    public List<String> items() {
        return List.copyOf(items);
    }

    /** All kinds of receivers, in the order of the table. */
    public List<String> bodies() {
        return new ArrayList<>(bodies.keySet());
    }

    /** What allows a disclosure without consent. */
    public List<String> legalGrounds() {
        return List.copyOf(grounds);
    }

    /** What a receiver of this kind needs at most; nothing for a kind that is not listed. */
    public Set<String> itemsFor(String body) {
        return bodies.getOrDefault(body, Set.of());
    }

    /** The item that a field of a form belongs to; empty if it is never told. */
    public Optional<String> itemOf(String field) {
        return Optional.ofNullable(itemOfField.get(field));
    }

    /** All fields that can be told. */
    Set<String> fields() {
        return itemOfField.keySet();
    }

    /** What the slip of a step tells. */
    Set<String> slipOf(String step) {
        return slips.getOrDefault(step, Set.of());
    }

    /**
     * The papers of a case for members of a conference whose body may be told these items.
     *
     * @param purpose what the case is on the agenda for
     */
    public List<String> conferencePapers(String purpose, Set<String> told) {
        return papers.getOrDefault(purpose, Map.of()).entrySet().stream()
                .filter(paper -> told.contains(paper.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** In words, as staff read it; a name that is no longer listed is shown as it is. */
    public String label(String name) {
        return switch (name) {
            case Ground.CONSENT -> "本人の同意";
            case Ground.THIS_ACT -> "この提供についての本人の同意";
            default -> labels.getOrDefault(name, name);
        };
    }
}
