package jp.tsunagu.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.Documentation;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.junit.jupiter.api.Test;

/** From the 要領 to the diagrams and back: every behaviour has its step, every clause that is named exists. */
class TraceabilityTest {

    private static final Map<String, byte[]> FILES = PackagedProcedure.read();
    private static final List<Clause> CLAUSES = clauses();

    /** 要領 第9条 has nine numbers, 第10条 four, 第11条 three. */
    private static final Map<Integer, Integer> ARTICLES = Map.of(9, 9, 10, 4, 11, 3);

    private final ClauseTrace trace = new ClauseTrace(CLAUSES);

    private static List<Clause> clauses() {
        try (InputStream list = new FileInputStream("processes/clauses.yaml")) {
            return Clause.read(list);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** What each step, event and gateway says of itself; the text of a whole diagram carries out nothing. */
    private static Map<String, String> steps() {
        return FILES.entrySet().stream()
                .filter(file -> file.getKey().endsWith(".bpmn"))
                .map(file -> Bpmn.readModelFromStream(new ByteArrayInputStream(file.getValue())))
                .flatMap(diagram -> diagram.getModelElementsByType(FlowNode.class).stream())
                .collect(Collectors.toMap(
                        FlowNode::getId, TraceabilityTest::documentation, (here, there) -> here + "\n" + there));
    }

    private static String documentation(FlowNode step) {
        return step.getDocumentations().stream()
                .map(Documentation::getTextContent)
                .collect(Collectors.joining("\n"));
    }

    @Test
    void everyBehaviourIsNamedByAStep() {
        assertThat(trace.missing(steps().values())).as("named by no step").isEmpty();
        assertThat(trace.settled(steps().values())).as("no longer open").isEmpty();
    }

    @Test
    void everyClauseThatIsNamedAnywhereExists() {
        FILES.forEach((name, content) -> assertThat(trace.unknown(new String(content, StandardCharsets.UTF_8)))
                .as("%s names what processes/clauses.yaml does not list", name)
                .isEmpty());
    }

    @Test
    void aStepNamesTheClauseItCites() {
        steps().forEach((step, text) ->
                assertThat(ClauseTrace.citedOnly(text)).as(step).isEmpty());
    }

    @Test
    void theListHasEveryNumberOfTheThreeArticlesOnce() {
        assertThat(CLAUSES).extracting(Clause::id).doesNotHaveDuplicates();
        Stream<String> numbers = ARTICLES.entrySet().stream()
                .flatMap(article -> IntStream.rangeClosed(1, article.getValue())
                        .mapToObj(number -> "MK-" + article.getKey() + "-" + number));
        assertThat(numbers)
                .allSatisfy(number -> assertThat(CLAUSES)
                        .anyMatch(clause -> clause.behaviour() && clause.id().matches(number + "([a-z]|-.+)?")));
    }

    @Test
    void theListIsReadByPeopleAndNotDeployed() {
        assertThat(FILES.keySet()).noneMatch(name -> name.contains("clauses"));
    }
}
