package jp.tsunagu.document;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The papers of one procedure set: every {@code paper-*.html} with what they share. */
final class PaperBook {

    private static final Pattern PAPER = Pattern.compile("paper-(.*)\\.html");

    private final Map<String, PaperTemplate> byKey;

    private PaperBook(Map<String, PaperTemplate> byKey) {
        this.byKey = byKey;
    }

    /**
     * Reads the files.
     *
     * @throws IllegalArgumentException if one of them is no paper
     */
    static PaperBook read(int set, Map<String, String> files) {
        Map<String, PaperTemplate> byKey = new TreeMap<>();
        files.forEach((name, html) -> {
            Matcher paper = PAPER.matcher(name);
            if (paper.matches()) {
                byKey.put(paper.group(1), PaperTemplate.read(set, paper.group(1), html, files));
            }
        });
        return new PaperBook(byKey);
    }

    Collection<PaperTemplate> all() {
        return byKey.values();
    }

    Optional<PaperTemplate> find(String key) {
        return Optional.ofNullable(byKey.get(key));
    }
}
