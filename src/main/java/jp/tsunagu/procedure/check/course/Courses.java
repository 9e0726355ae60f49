package jp.tsunagu.procedure.check.course;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import jp.tsunagu.form.FormField;
import jp.tsunagu.form.FormSchema;
import jp.tsunagu.procedure.ProcedureFiles;
import jp.tsunagu.procedure.VariableFile;
import jp.tsunagu.procedure.check.Kept;
import jp.tsunagu.procedure.check.course.Terrain.Outcome;
import jp.tsunagu.procedure.file.UnreadableFileException;
import jp.tsunagu.procedure.file.XmlFile;
import org.springframework.stereotype.Component;

/**
 * The ways through all diagrams of a procedure. A called diagram is explored first, and what its ends leave is what the caller
 * goes on with. The last procedures asked for are kept: soundness and law ask for the same.
 */
@Component
public class Courses {

    /** How many states of one diagram are looked at. */
    static final int MOST_STATES = 20_000;

    /** How many diagrams with all their ways are kept: those of a draft, and a few of their former versions. */
    private static final int KEPT = 40;

    private final Questions questions;
    private final Kept<Ground, Course> courses = new Kept<>(KEPT);
    private final Kept<ByteBuffer, List<FormKeys>> formKeys = new Kept<>(10 * KEPT);

    private final Kept<Drawn, List<Diagram>> drawn = new Kept<>(KEPT);

    private record Drawn(String file, ByteBuffer content, Map<String, Set<String>> forms) {}

    /** The fields of a form that somebody answers. */
    private record FormKeys(String form, Set<String> keys) {}

    /** All on which the ways through a diagram depend. */
    private record Ground(
            String file,
            ByteBuffer content,
            ByteBuffer variables,
            String key,
            Map<String, Set<String>> forms,
            Set<String> wanted,
            Map<String, Set<Outcome>> called) {}

    public Courses(Questions questions) {
        this.questions = questions;
    }

    /** Process key → its ways. A file that cannot be read has none; of a key that is there twice, the last. */
    public Map<String, Course> of(ProcedureFiles files) {
        return new Exploration(files, forms(files)).all();
    }

    private Map<String, Diagram> diagrams(ProcedureFiles files, Map<String, Set<String>> forms) {
        Map<String, Diagram> diagrams = new TreeMap<>();
        files.ending(".bpmn")
                .forEach((file, content) -> drawn.of(new Drawn(file, ByteBuffer.wrap(content), forms), Courses::read)
                        .forEach(diagram -> diagrams.put(diagram.key(), diagram)));
        return diagrams;
    }

    private static List<Diagram> read(Drawn drawn) {
        try {
            return DiagramReader.read(drawn.file(), XmlFile.read(drawn.content().array()), drawn.forms());
        } catch (UnreadableFileException e) {
            // told by the check of what the engine would refuse
            return List.of();
        }
    }

    private Map<String, Set<String>> forms(ProcedureFiles files) {
        Map<String, Set<String>> forms = new HashMap<>();
        files.ending(".form")
                .values()
                .forEach(content -> formKeys.of(ByteBuffer.wrap(content), Courses::keys)
                        .forEach(form -> forms.put(form.form(), form.keys())));
        return forms;
    }

    private static List<FormKeys> keys(ByteBuffer content) {
        try {
            FormSchema form = FormSchema.read(new ByteArrayInputStream(content.array()), 0);
            Set<String> keys = new HashSet<>();
            form.walk()
                    .filter(FormField::isInput)
                    .filter(field -> !field.isShownOnly())
                    .forEach(field -> keys.add(field.key()));
            return List.of(new FormKeys(form.key(), keys));
        } catch (RuntimeException | StackOverflowError e) {
            // a form that is broken in whatever way is told by the check of what the engine would refuse
            return List.of();
        }
    }

    /** One after the other, called ones first. */
    private final class Exploration {

        private final ProcedureFiles files;
        private final Map<String, Set<String>> forms;
        private final Map<String, Diagram> diagrams;
        private final Map<String, Course> found = new TreeMap<>();
        private final Map<String, Set<Outcome>> outcomes = new HashMap<>();
        private final Set<String> begun = new HashSet<>();

        private Exploration(ProcedureFiles files, Map<String, Set<String>> forms) {
            this.files = files;
            this.forms = forms;
            this.diagrams = diagrams(files, forms);
        }

        private Map<String, Course> all() {
            diagrams.values().forEach(this::explore);
            return found;
        }

        private void explore(Diagram diagram) {
            if (!begun.add(diagram.key())) {
                return;
            }
            called(diagram).stream()
                    .map(diagrams::get)
                    .filter(found -> found != null)
                    .forEach(this::explore);
            Set<String> wanted = wanted(diagram.key());
            Map<String, Set<Outcome>> called = new HashMap<>();
            called(diagram).forEach(key -> called.put(key, outcomes.get(key)));
            Ground ground = new Ground(
                    diagram.file(),
                    ByteBuffer.wrap(files.contents().get(diagram.file())),
                    ByteBuffer.wrap(VariableFile.content(files)),
                    diagram.key(),
                    forms,
                    wanted,
                    called);
            Course course = courses.of(ground, same -> {
                Questions.Asked asked = new Questions.Asked(questions, diagram.key());
                return new Explorer(Terrain.of(diagram, VariableFile.of(files), asked, wanted, called), MOST_STATES)
                        .explore(wanted);
            });
            outcomes.put(diagram.key(), course.outcomes());
            found.put(diagram.key(), course);
        }

        private List<String> called(Diagram diagram) {
            return diagram.nodes().stream()
                    .map(node -> node.attribute("calledElement"))
                    .filter(key -> !key.isEmpty())
                    .toList();
        }

        /** What those who call it take from it and decide on. */
        private Set<String> wanted(String key) {
            Set<String> wanted = new HashSet<>();
            for (Diagram diagram : diagrams.values()) {
                Set<String> read = read(diagram);
                for (Node node : diagram.nodes()) {
                    if (node.attribute("calledElement").equals(key)) {
                        node.out.stream()
                                .filter(mapping -> read.contains(mapping.target()))
                                .forEach(mapping -> wanted.add(mapping.source()));
                    }
                }
            }
            return wanted;
        }

        private Set<String> read(Diagram diagram) {
            Set<String> read = new HashSet<>();
            diagram.conditions().forEach(condition -> read.addAll(condition.variables()));
            questions.questions().stream()
                    .filter(question -> question.process().equals(diagram.key()))
                    .forEach(question -> read.addAll(question.condition().variables()));
            return read;
        }
    }
}
