package jp.tsunagu.procedure.draft;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import jp.tsunagu.access.Accounts;
import jp.tsunagu.access.Roles;
import jp.tsunagu.engine.BuildingBlock.Use;
import jp.tsunagu.engine.Names;
import jp.tsunagu.engine.VariableCatalogue.Variable;
import jp.tsunagu.procedure.FileTitles;
import jp.tsunagu.procedure.ProcedureFiles;
import jp.tsunagu.procedure.VariableFile;
import jp.tsunagu.procedure.draft.BuildingBlocks.Block;
import jp.tsunagu.procedure.file.UnreadableFileException;
import jp.tsunagu.procedure.file.XmlElement;
import jp.tsunagu.procedure.file.XmlFile;
import org.springframework.stereotype.Component;

/** What a diagram may refer to: the closed lists from which its editor lets somebody choose. */
@Component
class Surroundings {

    private final BuildingBlocks blocks;

    Surroundings(BuildingBlocks blocks) {
        this.blocks = blocks;
    }

    /** A value with what people call it. */
    record Choice(String value, String label) {}

    /**
     * A deciding variable.
     *
     * @param type STRING, BOOLEAN or INTEGER: what a condition can ask
     * @param values its closed list; empty for others than STRING
     */
    record Deciding(String name, String label, String type, String process, List<Choice> values) {}

    /** A field, and the step whose form asks for it. */
    private record Asked(String step, JsonNode field) {}

    /**
     * The lists.
     *
     * @param formFiles key of a form → its file
     * @param targets step → its row in the table of targets
     * @param taken ids of elements of the other diagrams: a step's id is its name everywhere
     */
    record Lists(
            List<Choice> roles,
            List<Choice> forms,
            Map<String, String> formFiles,
            List<Choice> processes,
            List<Choice> decisions,
            List<Deciding> variables,
            List<Block> blocks,
            List<Block> timers,
            Map<String, StepTargetRow> targets,
            Set<String> taken) {}

    Lists of(ProcedureFiles files, String file) {
        FileTitles titles = FileTitles.of(files);
        Map<String, String> formFiles = new LinkedHashMap<>();
        titles.formKeys().forEach((form, key) -> formFiles.put(key, form));
        List<Choice> forms = titles.formKeys().entrySet().stream()
                .map(form -> new Choice(form.getValue(), titles.title(form.getKey())))
                .toList();
        Set<String> taken = new TreeSet<>();
        files.ending(".bpmn").forEach((name, content) -> {
            if (!name.equals(file)) {
                tags(content).filter(tag -> tag.name().endsWith("Task")).forEach(tag -> taken.add(tag.id()));
            }
        });
        return new Lists(
                Roles.OF_STEPS.stream()
                        .map(role -> new Choice(role, Accounts.groupNames().get(role)))
                        .toList(),
                forms,
                formFiles,
                named(files, ".bpmn", "process"),
                named(files, ".dmn", "decision"),
                deciding(files, titles),
                blocks.of(Use.SERVICE_TASK),
                blocks.of(Use.TIMER),
                files.content(StepTargetTable.FILE)
                        .flatMap(StepTargetTable::read)
                        .map(StepTargetTable::rows)
                        .orElse(Map.of()),
                taken);
    }

    private static List<Choice> named(ProcedureFiles files, String ending, String kind) {
        List<Choice> choices = new ArrayList<>();
        files.ending(ending)
                .values()
                .forEach(content -> tags(content)
                        .filter(tag -> tag.name().equals(kind) && !"false".equals(tag.attribute("isExecutable")))
                        .forEach(tag -> choices.add(
                                new Choice(tag.id(), tag.attributes().getOrDefault("name", tag.id())))));
        return choices;
    }

    /** The forms say in Japanese what a variable and its values are called; the list itself does of what no form asks for. */
    private List<Deciding> deciding(ProcedureFiles files, FileTitles titles) {
        Map<String, Asked> fields = new LinkedHashMap<>();
        files.ending(".form")
                .forEach((name, content) -> FormContent.of(content).eachField(field -> {
                    if (!field.path("key").asText().isEmpty()) {
                        fields.merge(
                                field.path("key").asText(),
                                new Asked(titles.title(name), field),
                                (first, other) -> first.field().path("readonly").asBoolean() ? other : first);
                    }
                }));
        List<Deciding> deciding = new ArrayList<>();
        for (Variable variable : VariableFile.of(files).all()) {
            boolean askable =
                    switch (variable.type()) {
                        case STRING -> !variable.values().isEmpty();
                        case BOOLEAN -> true;
                        case INTEGER -> !Names.PROCEDURE_SET.equals(variable.name());
                        default -> false;
                    };
            if (askable) {
                deciding.add(deciding(variable, fields.get(variable.name())));
            }
        }
        return deciding;
    }

    private static Deciding deciding(Variable variable, Asked asked) {
        Map<String, String> words = new LinkedHashMap<>(variable.words());
        if (asked != null) {
            asked.field()
                    .path("values")
                    .forEach(value -> words.put(
                            value.path("value").asText(), value.path("label").asText()));
        }
        Set<String> values = new LinkedHashSet<>(words.keySet());
        values.retainAll(variable.values());
        values.addAll(variable.values());
        return new Deciding(
                variable.name(),
                label(variable, asked),
                variable.type().name(),
                variable.process(),
                values.stream()
                        .map(value -> new Choice(value, words.getOrDefault(value, value)))
                        .toList());
    }

    /** 結果 alone would say nothing: the step that asks for it stands before it. */
    private static String label(Variable variable, Asked asked) {
        if (variable.label() != null) {
            return variable.label();
        }
        return asked == null
                ? variable.name()
                : asked.step() + "：" + asked.field().path("label").asText(variable.name());
    }

    private static Stream<XmlElement> tags(byte[] content) {
        try {
            return XmlFile.read(content).walk();
        } catch (UnreadableFileException e) {
            return Stream.empty();
        }
    }
}
