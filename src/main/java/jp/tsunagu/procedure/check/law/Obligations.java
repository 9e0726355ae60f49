package jp.tsunagu.procedure.check.law;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.tsunagu.procedure.check.course.Questions;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The obligations that ship with the program. They are not part of a draft: nobody can switch one off by editing. */
@Component
public class Obligations implements Questions {

    private final List<Obligation> all = new ArrayList<>();
    private final Map<String, String> beyond = new LinkedHashMap<>();

    /** @throws IllegalStateException if the packaged file contradicts itself or names a clause that does not exist */
    public Obligations() {
        Map<String, String> clauses = new LinkedHashMap<>();
        read("processes/clauses.yaml")
                .path("sources")
                .forEach(source -> source.path("clauses")
                        .forEach(clause -> clauses.put(
                                clause.path("id").asText(), clause.path("title").asText())));
        JsonNode yaml = read("processes/obligations.yaml");
        Set<String> ids = new HashSet<>();
        yaml.path("obligations").forEach(entry -> {
            Obligation obligation = obligation(entry, clauses);
            if (!ids.add(obligation.id())) {
                throw new IllegalStateException("obligations.yaml: twice: " + obligation.id());
            }
            all.add(obligation);
        });
        yaml.path("beyond")
                .forEach(entry -> beyond.put(
                        entry.path("keeps").asText(), entry.path("reason").asText()));
    }

    private static JsonNode read(String name) {
        try (InputStream yaml = new ClassPathResource(name).getInputStream()) {
            return new ObjectMapper(new YAMLFactory()).readTree(yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read", e);
        }
    }

    private static Obligation obligation(JsonNode entry, Map<String, String> titles) {
        Map<String, String> clauses = new LinkedHashMap<>();
        entry.path("clause").forEach(clause -> {
            String title = titles.get(clause.asText());
            if (title == null) {
                throw new IllegalStateException("obligations.yaml: no such clause: " + clause.asText());
            }
            clauses.put(clause.asText(), clause.asText() + " " + title);
        });
        List<String> keeps = new ArrayList<>();
        entry.path("keeps").forEach(kept -> keeps.add(kept.asText()));
        return new Obligation(
                entry.path("id").asText(),
                clauses,
                keeps,
                entry.path("process").asText(),
                entry.path("text").asText(),
                entry.path("limit").asText(),
                Obligation.Kind.of(entry.path("rule").path("kind").asText()),
                entry.path("rule"));
    }

    public List<Obligation> all() {
        return List.copyOf(all);
    }

    /** What no diagram can break: invariant → why, and who keeps it. */
    public Map<String, String> beyond() {
        return Map.copyOf(beyond);
    }

    @Override
    public List<Question> questions() {
        List<Question> questions = new ArrayList<>();
        for (Obligation obligation : all) {
            for (String step : obligation.asked()) {
                Question question = obligation.question(step);
                if (question != null) {
                    questions.add(question);
                }
            }
        }
        return questions;
    }

    @Override
    public Set<String> watched(String process) {
        Set<String> watched = new HashSet<>();
        all.stream()
                .filter(obligation -> obligation.process().equals(process))
                .forEach(obligation -> watched.addAll(obligation.watched()));
        return watched;
    }
}
