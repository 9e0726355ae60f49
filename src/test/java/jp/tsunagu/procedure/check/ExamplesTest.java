package jp.tsunagu.procedure.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import jp.tsunagu.procedure.PackagedFiles;
import jp.tsunagu.procedure.ProcedureFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each rule has a page of explanation, lets its good example pass and speaks up at its bad one. */
class ExamplesTest {

    private static final Path PAGES = Path.of("docs/procedure-checks");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "engine",
                "no-way-on",
                "not-yet-decided",
                "twice",
                "stuck",
                "no-rest",
                "leads-nowhere",
                "never-ends",
                "never-reached",
                "never-taken",
                "calls",
                "not-understood",
                "error-not-caught"
            })
    void goodAndBad(String rule) throws IOException {
        assertThat(PAGES.resolve(rule + ".md")).exists();
        assertThat(findings(rule + ".good")).as("the good example").isEmpty();
        assertThat(findings(rule + ".bad"))
                .as("the bad example")
                .extracting(Finding::rule)
                .contains(rule);
    }

    @Test
    void whatSpeaksUpHasItsPage() {
        List<String> rules = Stream.concat(EditsTest.breaking().map(Edit::rule), Stream.of("too-large"))
                .distinct()
                .toList();

        assertThat(rules)
                .allSatisfy(rule -> assertThat(PAGES.resolve(rule + ".md")).exists());
    }

    @Test
    void everyPageIsNamedInTheList() throws IOException {
        String list = Files.readString(PAGES.resolve("README.md"));
        try (Stream<Path> pages = Files.list(PAGES)) {
            assertThat(pages.map(page -> page.getFileName().toString()).filter(name -> !name.equals("README.md")))
                    .allSatisfy(name -> assertThat(list).contains("(" + name + ")"));
        }
    }

    /** With the packaged forms and tables, so that steps have something to ask. */
    private List<Finding> findings(String example) throws IOException {
        ProcedureFiles files = PackagedFiles.all();
        for (String diagram : files.ending(".bpmn").keySet()) {
            files = files.without(diagram);
        }
        String file = "processes/example.bpmn";
        try (InputStream content = getClass().getResourceAsStream("examples/" + example + ".bpmn")) {
            files = files.with(file, content.readAllBytes());
        }
        return Stream.concat(Checking.REFUSALS.of(files).stream(), Checking.COURSE.of(files).stream())
                .filter(finding -> finding.file().equals(file))
                .toList();
    }
}
