package jp.tsunagu.procedure;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The diagrams, tables, forms and texts that ship with the program, under names that are the same from a jar and from a folder. */
final class PackagedProcedure {

    private static final String[] PATTERNS = {
        "classpath*:processes/*.bpmn",
        "classpath*:processes/*.dmn",
        "classpath*:forms/*.form",
        "classpath*:forms/paper*.html",
        "classpath*:forms/paper.css",
        "classpath*:processes/variables.yaml"
    };

    private PackagedProcedure() {}

    /** File name with its folder → content. */
    static Map<String, byte[]> read() {
        Map<String, byte[]> files = new TreeMap<>();
        PathMatchingResourcePatternResolver resolver = new PathMatchingResourcePatternResolver();
        try {
            for (String pattern : PATTERNS) {
                String folder = pattern.substring(pattern.indexOf(':') + 1, pattern.indexOf('/') + 1);
                for (Resource resource : resolver.getResources(pattern)) {
                    try (InputStream content = resource.getInputStream()) {
                        files.put(folder + resource.getFilename(), content.readAllBytes());
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the packaged procedure cannot be read", e);
        }
        return files;
    }
}
