package jp.tsunagu.document;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;

/**
 * A paper: XHTML with places to fill ({@code {{name}}}), beside the screen forms. Mustache, because administrators edit it: a
 * template can show what it is given and nothing else, and every text is escaped.
 *
 * @param key its file's name without ending
 * @param title of the paper
 * @param forms the forms whose answers it prints
 * @param with what it prints beside them, by name: see {@link PaperExtras}
 * @param made of which acts in a case there is such a paper
 */
record PaperTemplate(String key, String title, List<String> forms, Set<String> with, PaperMade made, Template body) {

    private static final Mustache.Compiler COMPILER = Mustache.compiler()
            .withCollector(new PaperCollector())
            .withLoader(part -> new InputStreamReader(
                    new ClassPathResource("forms/paper." + part + ".html").getInputStream(), StandardCharsets.UTF_8))
            .defaultValue("")
            .emptyStringIsFalse(true);

    private static final Pattern TITLE = Pattern.compile("<title>(.*?)</title>", Pattern.DOTALL);
    private static final Pattern META = Pattern.compile("<meta name=\"(.*?)\" content=\"(.*?)\"");

    /**
     * Reads a template.
     *
     * @throws IllegalArgumentException if it has no title or its places are not closed
     */
    static PaperTemplate read(String key, String html) {
        Matcher title = TITLE.matcher(html);
        if (!title.find()) {
            throw new IllegalArgumentException("様式 " + key + " に題名（title）がありません。");
        }
        Map<String, List<String>> head = new HashMap<>();
        Matcher meta = META.matcher(html);
        while (meta.find()) {
            head.put(meta.group(1), List.of(meta.group(2).trim().split("\\s+")));
        }
        return new PaperTemplate(
                key,
                title.group(1).trim(),
                head.getOrDefault("forms", List.of()),
                Set.copyOf(head.getOrDefault("with", List.of())),
                PaperMade.of(head),
                COMPILER.compile(html));
    }

    String fill(Map<String, Object> values) {
        return body.execute(values);
    }
}
