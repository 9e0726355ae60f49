package jp.tsunagu.document;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A paper: XHTML with places to fill ({@code {{name}}}), beside the screen forms. Mustache, because administrators edit it: a
 * template can show what it is given and nothing else, and every text is escaped.
 *
 * @param set the procedure set it belongs to; its forms are those of the same set
 * @param key its file's name without ending
 * @param title of the paper
 * @param forms the forms whose answers it prints
 * @param with what it prints beside them, by name: see {@link PaperExtras}
 * @param made of which acts in a case there is such a paper
 * @param style what all papers of the set look like
 */
record PaperTemplate(
        int set,
        String key,
        String title,
        List<String> forms,
        Set<String> with,
        PaperMade made,
        String style,
        Template body) {

    private static final Mustache.Compiler COMPILER = Mustache.compiler()
            .withCollector(new PaperCollector())
            .defaultValue("")
            .emptyStringIsFalse(true);

    /** Characters; lists within lists could grow without end. */
    private static final int LONGEST = 5_000_000;

    private static final Pattern TITLE = Pattern.compile("<title>([^<]{1,200})</title>");
    private static final Pattern META = Pattern.compile("<meta name=\"([^\"\n]{1,60})\" content=\"([^\"\n]{0,2000})\"");

    /**
     * Reads a template.
     *
     * @param files what papers share: pieces, and the style
     * @throws IllegalArgumentException if it has no title or its places are not closed
     */
    static PaperTemplate read(int set, String key, String html, Map<String, String> files) {
        Map<String, List<String>> head = head(html);
        Matcher title = TITLE.matcher(html);
        if (!title.find()) {
            throw new IllegalArgumentException("様式 " + key + " に題名（title）がありません。");
        }
        Mustache.Compiler compiler = COMPILER.withLoader(part -> piece(part, files));
        return new PaperTemplate(
                set,
                key,
                title.group(1).trim(),
                head.getOrDefault("forms", List.of()),
                Set.copyOf(head.getOrDefault("with", List.of())),
                PaperMade.of(head),
                files.getOrDefault("paper.css", ""),
                compiler.compile(html));
    }

    /** What a template says of itself in its head. */
    static Map<String, List<String>> head(String html) {
        Map<String, List<String>> head = new HashMap<>();
        Matcher meta = META.matcher(html);
        while (meta.find()) {
            head.put(meta.group(1), List.of(meta.group(2).trim().split("\\s+")));
        }
        return head;
    }

    private static Reader piece(String part, Map<String, String> files) {
        String piece = files.get("paper." + part + ".html");
        if (piece == null) {
            throw new IllegalArgumentException("様式の部品 paper." + part + ".html がありません。");
        }
        return new StringReader(piece);
    }

    String fill(Map<String, Object> values) {
        StringWriter page = new StringWriter() {
            @Override
            public void write(String text) {
                if (getBuffer().length() > LONGEST) {
                    throw new IllegalArgumentException("様式が長くなりすぎます。くり返しの中のくり返しを確かめてください。");
                }
                super.write(text);
            }
        };
        body.execute(values, page);
        return page.toString();
    }
}
