package jp.tsunagu.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.samskivert.mustache.Mustache;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagu.form.FormSchema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every place of every paper has something to be filled with. */
class PaperTemplatesTest {

    static final Map<String, FormSchema> FORMS = forms();

    static Stream<PaperTemplate> papers() {
        return PackagedPapers.BOOK.all().stream();
    }

    @ParameterizedTest
    @MethodSource("papers")
    void namesOnlyWhatItIsGiven(PaperTemplate paper) {
        assertThat(unknown(paper)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("papers")
    void isAPageAlsoWithNothingInIt(PaperTemplate paper) {
        assertThat(new PaperRenderer(new PaperFonts()).pdf(paper.fill(Map.of())))
                .isNotEmpty();
    }

    @Test
    void aSlipOfThePenIsFound() {
        PaperTemplate paper = PaperTemplate.read(
                0,
                "x",
                "<html><head><title>x</title><meta name=\"forms\" content=\"reception\"/></head>"
                        + "<body>{{name}}{{nmae}}{{#sex.options}}{{box}}{{lable}}{{/sex.options}}</body></html>",
                Map.of());

        assertThat(unknown(paper)).containsExactlyInAnyOrder("nmae", "lable");
    }

    @Test
    void aTemplateRunsNothing() {
        PaperTemplate paper = PaperTemplate.read(
                0,
                "x",
                "<html><head><title>x</title></head><body>{{name.class.name}}{{T(java.lang.Runtime)}}</body></html>",
                Map.of());

        assertThat(paper.fill(Map.of("name", "<b>&</b>"))).doesNotContain("java.lang.String", "Runtime");
        assertThatThrownBy(() -> PaperTemplate.read(0, "x", "<html/>", Map.of()))
                .hasMessageContaining("題名");
    }

    /** The names that stand in a paper, also those within lists and choices. */
    static Set<String> named(PaperTemplate paper) {
        Set<String> named = new HashSet<>();
        paper.body().visit(new Mustache.Visitor() {
            @Override
            public void visitText(String text) {}

            @Override
            public void visitVariable(String name) {
                named.add(name);
            }

            @Override
            public boolean visitInclude(String name) {
                return true;
            }

            @Override
            public boolean visitSection(String name) {
                named.add(name);
                return true;
            }

            @Override
            public boolean visitInvertedSection(String name) {
                return visitSection(name);
            }
        });
        return named;
    }

    private static Set<String> unknown(PaperTemplate paper) {
        Set<String> known = PaperNames.all(head(paper), FORMS);
        return named(paper).stream()
                .map(name -> name.replaceFirst("\\.options$", ""))
                .filter(name -> !known.contains(name))
                .collect(Collectors.toSet());
    }

    private static Map<String, List<String>> head(PaperTemplate paper) {
        Map<String, List<String>> head = new HashMap<>();
        head.put("forms", paper.forms());
        head.put("with", List.copyOf(paper.with()));
        head.put("made-by", paper.made().by());
        head.put("followed-by", paper.made().followedBy());
        if (!paper.made().plan().isEmpty()) {
            head.put("plan", List.of(paper.made().plan()));
        }
        return head;
    }

    private static Map<String, FormSchema> forms() {
        Map<String, FormSchema> byKey = new HashMap<>();
        try (Stream<Path> files = Files.list(Path.of("forms"))) {
            List<Path> all =
                    files.filter(file -> file.toString().endsWith(".form")).toList();
            for (Path file : all) {
                try (InputStream in = Files.newInputStream(file)) {
                    FormSchema form = FormSchema.read(in, 1);
                    byKey.put(form.key(), form);
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return byKey;
    }
}
