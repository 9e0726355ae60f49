package jp.tsunagu.procedure.check.ward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagu.procedure.PackagedForms;
import jp.tsunagu.procedure.ProcedureFiles;
import jp.tsunagu.procedure.file.LargestFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.BeanUtils;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

/** Every rule has a page that explains it and examples that show it; the packaged procedure keeps them all. */
class WardRulesTest {

    private static final Path EXAMPLES = Path.of("src/test/resources/jp/tsunagu/procedure/check/ward");
    private static final Path PAGES = Path.of("docs/procedure-checks");

    private static final ProcedureFiles PACKAGED = PackagedForms.procedure();

    /** Their examples are too large for a file, or the whole packaged procedure. */
    private static final Map<String, Map<String, ProcedureFiles>> MADE = Map.of(
            "file-size", Map.of("good", sized(1_000), "bad", sized(LargestFile.BYTES + 1)),
            "parts-of-the-program", Map.of("good", PACKAGED, "bad", PACKAGED.without("forms/90-emergency-needed.form")),
            "variable-list",
                    Map.of(
                            "good",
                            listed("{name: householdResult, type: String, values: [needed, notNeeded], process: all}"),
                            "bad",
                            listed("{name: householdMemo, type: String, process: all}")));

    private static ProcedureFiles listed(String entry) {
        String list = new String(PACKAGED.contents().get(Lists.VARIABLES), StandardCharsets.UTF_8);
        return PACKAGED.with(Lists.VARIABLES, (list + "  - " + entry + "\n").getBytes(StandardCharsets.UTF_8));
    }

    static List<WardRule> rules() {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(WardRule.class));
        return scanner.findCandidateComponents(WardRule.class.getPackageName()).stream()
                .map(bean -> ClassUtils.resolveClassName(bean.getBeanClassName(), null))
                .map(type -> (WardRule) BeanUtils.instantiateClass(type))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void itsPageTellsWhyWithAGoodAndABadExample(WardRule rule) throws IOException {
        String page = Files.readString(PAGES.resolve(rule.rule() + ".md"));
        assertThat(page).startsWith("# " + rule.rule() + "\n").contains("**なぜ**", "良い例", "悪い例", "直し方");
    }

    @ParameterizedTest
    @MethodSource("rules")
    void itLetsTheGoodExamplePass(WardRule rule) {
        assertThat(rule.of(example(rule, "good"))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void itRefusesTheBadExampleAtTheElement(WardRule rule) {
        ProcedureFiles bad = example(rule, "bad");
        assertThat(rule.of(bad)).isNotEmpty().allSatisfy(finding -> {
            assertThat(finding.rule()).isEqualTo(rule.rule());
            // a ward may add steps of its own, and draw them where there is room
            assertThat(finding.blocks())
                    .isEqualTo(!Set.of("clause-named", "role-in-lane").contains(rule.rule()));
            assertThat(finding.message()).containsPattern("[ぁ-ん]");
            assertThat(bad.contents().keySet()).anyMatch(name -> name.startsWith(finding.file()));
        });
    }

    @ParameterizedTest
    @MethodSource("rules")
    void thePackagedProcedureKeepsIt(WardRule rule) {
        assertThat(rule.of(PACKAGED)).isEmpty();
    }

    /** Half a file, a file of another kind, and nothing at all are findings, never exceptions. */
    @ParameterizedTest
    @MethodSource("rules")
    void itBearsAnyContent(WardRule rule) {
        List<String> contents = List.of(
                "",
                "<",
                "{",
                "null",
                "[]",
                "<a/>",
                "<definitions/>",
                "<bpmn:definitions xmlns:bpmn='http://www.omg.org/spec/BPMN/20100524/MODEL'><bpmn:process>"
                        + "<bpmn:sequenceFlow/><bpmn:userTask/><bpmn:exclusiveGateway/><bpmn:laneSet><bpmn:lane/></bpmn:laneSet>"
                        + "<bpmn:intermediateCatchEvent><bpmn:linkEventDefinition/></bpmn:intermediateCatchEvent>"
                        + "<bpmn:sequenceFlow sourceRef=''><bpmn:conditionExpression>${</bpmn:conditionExpression></bpmn:sequenceFlow>"
                        + "</bpmn:process></bpmn:definitions>",
                "<definitions><decision><decisionTable><input/><rule/><rule><inputEntry/></rule></decisionTable></decision></definitions>",
                "{\"id\":5,\"components\":[1,null,{},{\"key\":7},{\"components\":[[]]},{\"type\":\"radio\",\"key\":\"consent\",\"values\":3}]}",
                "<a>".repeat(200_000),
                "[".repeat(200_000),
                "<bpmn:definitions xmlns:bpmn='http://www.omg.org/spec/BPMN/20100524/MODEL'><bpmn:process><bpmn:sequenceFlow>"
                        + "<bpmn:conditionExpression>${" + "('a' ".repeat(50_000)
                        + "}</bpmn:conditionExpression></bpmn:sequenceFlow></bpmn:process></bpmn:definitions>",
                "\u0000\uFFFF");
        for (String content : contents) {
            for (String name : List.of(
                    "processes/a.bpmn",
                    "processes/a.dmn",
                    "forms/a.form",
                    "forms/paper-01-application.html",
                    "forms/paper.head.html",
                    "forms/paper.css",
                    Lists.VARIABLES,
                    Lists.CLAUSES)) {
                ProcedureFiles files = PACKAGED.with(name, content.getBytes(StandardCharsets.UTF_8));
                assertThatCode(() -> rule.of(files))
                        .as(name + ": " + content.substring(0, Math.min(60, content.length())))
                        .doesNotThrowAnyException();
            }
        }
    }

    @Test
    void noExampleIsLeftWithoutARule() throws IOException {
        Set<String> rules = rules().stream().map(WardRule::rule).collect(Collectors.toSet());
        assertThat(rules).hasSize(rules().size());
        assertThat(rules).containsAll(names(EXAMPLES));
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static ProcedureFiles example(WardRule rule, String side) {
        return MADE.containsKey(rule.rule())
                ? MADE.get(rule.rule()).get(side)
                : read(EXAMPLES.resolve(rule.rule()).resolve(side));
    }

    private static ProcedureFiles read(Path folder) {
        Map<String, byte[]> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(folder.relativize(file).toString(), Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ProcedureFiles.of(contents);
    }

    private static ProcedureFiles sized(int bytes) {
        return ProcedureFiles.of(Map.of("processes/example.bpmn", new byte[bytes]));
    }
}
