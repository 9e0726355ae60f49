package jp.tsunagu.procedure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * One line of {@code processes/clauses.yaml}.
 *
 * @param id as the diagrams name it
 * @param title what it asks for
 * @param behaviour whether some step has to carry it out
 * @param reason why no step has to
 * @param open why no step does it yet; empty when one does
 */
record Clause(String id, String title, boolean behaviour, String reason, String open) {

    Clause {
        if (id.isBlank() || title.isBlank() || behaviour != reason.isBlank()) {
            throw new IllegalArgumentException(
                    "clauses.yaml: " + id + " needs a title, and a reason if and only if it is no behaviour");
        }
    }

    static List<Clause> read(InputStream yaml) throws IOException {
        List<Clause> clauses = new ArrayList<>();
        for (JsonNode source :
                new ObjectMapper(new YAMLFactory()).readTree(yaml).path("sources")) {
            source.path("clauses").forEach(line -> clauses.add(of(line)));
        }
        return clauses;
    }

    private static Clause of(JsonNode line) {
        return new Clause(
                line.path("id").asText(),
                line.path("title").asText(),
                line.path("behaviour").asBoolean(true),
                line.path("reason").asText(),
                line.path("open").asText());
    }
}
