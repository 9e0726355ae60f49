package jp.tsunagu.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The papers there are: every {@code paper-*.html} among the forms. */
@Component
class PaperTemplates {

    private final Map<String, PaperTemplate> byKey = new TreeMap<>();
    private final String style;

    PaperTemplates() {
        PathMatchingResourcePatternResolver files = new PathMatchingResourcePatternResolver();
        try {
            for (Resource file : files.getResources("classpath:forms/paper-*.html")) {
                String key = file.getFilename().replaceAll("^paper-|\\.html$", "");
                byKey.put(key, PaperTemplate.read(key, file.getContentAsString(StandardCharsets.UTF_8)));
            }
            style = files.getResource("classpath:forms/paper.css").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Collection<PaperTemplate> all() {
        return byKey.values();
    }

    Optional<PaperTemplate> find(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    /** What all of them look like. */
    String style() {
        return style;
    }
}
