package jp.tsunagu.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which variables may exist in the engine, of which type and with which values: {@code processes/variables.yaml}. The list
 * is data, so that an administrator can add a deciding field; free text and names of people can never be on it.
 */
public final class VariableCatalogue {

    /** The types a deciding variable can have. */
    public enum Type {
        STRING,
        BOOLEAN,
        INTEGER,
        DATE,
        JSON
    }

    /**
     * One variable.
     *
     * @param values the closed list of a String (or of the members of a JSON list); empty where a pattern or type suffices
     * @param pattern a regular expression for identifiers that cannot be listed; null if none
     * @param process key of the process it belongs to, or {@code all}
     * @param initial the value with which an instance of that process begins; null if none
     * @param typed true if a form may hold a field of this name; false if only the server sets it
     * @param label what people call it where no form does; null if a form does
     * @param words value → what people call it, where no form does
     * @param setBy what else may change it: ids of steps, names of building blocks, names of messages
     */
    public record Variable(
            String name,
            Type type,
            Set<String> values,
            String pattern,
            String process,
            Boolean initial,
            boolean typed,
            String label,
            Map<String, String> words,
            Set<String> setBy) {

        boolean allowsText(String text) {
            return pattern != null ? text.matches(pattern) : values.contains(text);
        }
    }

    private final Map<String, Variable> variables = new LinkedHashMap<>();

    /**
     * Reads the list.
     *
     * @throws IllegalStateException on a name listed twice, an unknown type, or a String without closed list or pattern
     */
    public static VariableCatalogue read(InputStream yaml) {
        VariableCatalogue catalogue = new VariableCatalogue();
        try {
            new ObjectMapper(new YAMLFactory()).readTree(yaml).path("variables").forEach(catalogue::add);
        } catch (IOException e) {
            throw new IllegalStateException("variables.yaml を読めません。", e);
        }
        return catalogue;
    }

    private void add(JsonNode entry) {
        String name = entry.path("name").asText();
        Type type = Type.valueOf(entry.path("type").asText().toUpperCase(java.util.Locale.ROOT));
        Set<String> values = new TreeSet<>();
        entry.path("values").forEach(value -> values.add(value.asText()));
        String pattern = entry.path("pattern").textValue();
        if (type == Type.STRING && values.isEmpty() && pattern == null) {
            throw new IllegalStateException("variables.yaml: " + name + " に values も pattern もありません。");
        }
        boolean typed = !entry.path("server").asBoolean();
        String process = entry.path("process").asText();
        Boolean initial = entry.has("initial") ? entry.path("initial").asBoolean() : null;
        String label = entry.path("label").textValue();
        Map<String, String> words = new LinkedHashMap<>();
        entry.path("words")
                .fields()
                .forEachRemaining(
                        word -> words.put(word.getKey(), word.getValue().asText()));
        Set<String> setBy = new TreeSet<>();
        entry.path("setBy").forEach(setter -> setBy.add(setter.asText()));
        Variable variable = new Variable(name, type, values, pattern, process, initial, typed, label, words, setBy);
        if (variables.put(name, variable) != null) {
            throw new IllegalStateException("variables.yaml: " + name + " が二度書かれています。");
        }
    }

    public Optional<Variable> find(String name) {
        return Optional.ofNullable(variables.get(name));
    }

    /** What an instance of this process knows from the start. */
    public Map<String, Object> initialValues(String processKey) {
        Map<String, Object> initial = new LinkedHashMap<>();
        variables.values().stream()
                .filter(variable ->
                        variable.initial() != null && variable.process().equals(processKey))
                .forEach(variable -> initial.put(variable.name(), variable.initial()));
        return initial;
    }

    public Iterable<Variable> all() {
        return variables.values();
    }
}
