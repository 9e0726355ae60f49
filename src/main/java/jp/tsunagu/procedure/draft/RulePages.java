package jp.tsunagu.procedure.draft;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** What each check wants, why, and how to mend it: the pages of {@code docs/procedure-checks}, which ship with the program. */
@Component
class RulePages {

    static final String ADDRESS = "/procedures/checks";

    private static final String LIST = "README";
    private static final Pattern LISTED = Pattern.compile("(?m)^- \\[(.+)]\\(([a-z-]+)\\.md\\)$");

    private static final List<TablesExtension> TABLES = List.of((TablesExtension) TablesExtension.create());

    private final Parser parser = Parser.builder().extensions(TABLES).build();
    private final HtmlRenderer renderer = HtmlRenderer.builder()
            .extensions(TABLES)
            .escapeHtml(true)
            .sanitizeUrls(true)
            .build();

    private final Map<String, String> pages = new TreeMap<>();
    private final Map<String, String> titles = new TreeMap<>();

    RulePages() {
        try {
            for (Resource file :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:procedure-checks/*.md")) {
                try (InputStream text = file.getInputStream()) {
                    pages.put(
                            file.getFilename().replace(".md", ""),
                            new String(text.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the pages of the checks cannot be read", e);
        }
        Matcher listed = LISTED.matcher(pages.getOrDefault(LIST, ""));
        while (listed.find()) {
            titles.put(listed.group(2), listed.group(1).replace("`", ""));
        }
    }

    /**
     * A page.
     *
     * @param html of what stands under the title
     */
    record RulePage(String title, String html) {}

    /** The page of all checks. */
    RulePage list() {
        return new RulePage("点検の説明", html(pages.get(LIST)));
    }

    /** The page of a check; empty if there is none of this name. */
    Optional<RulePage> of(String rule) {
        return Optional.ofNullable(titles.get(rule))
                .filter(title -> pages.containsKey(rule))
                .map(title -> new RulePage(
                        title, html(pages.get(rule)).replaceFirst("^<p>\\Q" + title + "\\E。</p>\\s*", "")));
    }

    /** Where a finding is explained; empty if nothing explains it. */
    Optional<String> address(String rule) {
        return Optional.of(ADDRESS + "/" + rule).filter(address -> titles.containsKey(rule));
    }

    private String html(String markdown) {
        Node page = parser.parse(markdown);
        page.accept(new AbstractVisitor() {

            @Override
            public void visit(Heading heading) {
                if (heading.getLevel() == 1) {
                    // the frame has the title already
                    heading.unlink();
                }
            }

            @Override
            public void visit(Link link) {
                String rule = link.getDestination().replaceFirst("\\.md$", "");
                if (titles.containsKey(rule)) {
                    link.setDestination(ADDRESS + "/" + rule);
                }
            }
        });
        // how it stands in the file is for whoever opens it elsewhere than in the editor
        return renderer.render(page)
                .replace("<pre>", "<details><summary>ファイルの中での書き方</summary><pre tabindex=\"0\">")
                .replace("</pre>", "</pre></details>");
    }
}
