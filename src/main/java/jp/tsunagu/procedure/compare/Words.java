package jp.tsunagu.procedure.compare;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jp.tsunagu.access.Accounts;
import jp.tsunagu.procedure.ProcedureFiles;
import jp.tsunagu.procedure.file.Drawing;
import jp.tsunagu.procedure.file.JsonFile;
import jp.tsunagu.procedure.file.Shape;
import jp.tsunagu.procedure.file.UnreadableFileException;
import jp.tsunagu.procedure.file.XmlFile;

/** What people call the roles, variables, values, forms and procedures that the files name by their ids. */
final class Words {

    private static final Pattern QUOTED = Pattern.compile("\"([A-Za-z][A-Za-z-]*)\"");

    private final Map<String, String> variables = new HashMap<>();
    private final Map<String, Map<String, String>> values = new HashMap<>();
    private final Map<String, String> steps = new HashMap<>();
    private final Map<String, String> forms = new HashMap<>();
    private final Map<String, String> processes = new HashMap<>();
    private final Map<String, String> decisions = new HashMap<>();
    private final Map<String, String> blocks = new HashMap<>();
    private final Map<String, String> messages = new HashMap<>();

    /** The later one's words stand where both have one. */
    static Words of(ProcedureFiles before, ProcedureFiles after) {
        Words words = new Words();
        words.learn(before);
        words.learn(after);
        return words;
    }

    private void learn(ProcedureFiles files) {
        files.ending(".form").values().forEach(this::learnForm);
        files.ending(".dmn").values().forEach(this::learnTable);
        files.ending(".bpmn").forEach(this::learnDiagram);
    }

    private void learnForm(byte[] content) {
        try {
            JsonFile.read(content).findParents("key").forEach(this::learnField);
        } catch (UnreadableFileException e) {
            // a form that is being written has no words yet; comparison itself says that it cannot be read
            return;
        }
    }

    /** Where it is asked says better what it is called than where it is only shown. */
    private void learnField(JsonNode field) {
        String key = field.path("key").asText();
        String label = field.path("label").asText(field.path("dateLabel").asText());
        boolean shownOnly = field.path("readonly").asBoolean();
        if (!label.isBlank() && !(shownOnly && variables.containsKey(key))) {
            variables.put(key, label.strip());
        }
        Map<String, String> known = values.computeIfAbsent(key, first -> new HashMap<>());
        field.path("values")
                .forEach(choice -> known.put(
                        choice.path("value").asText(),
                        choice.path("label").asText().strip()));
    }

    private void learnTable(byte[] content) {
        try {
            XmlFile.read(content)
                    .children("decision")
                    .forEach(decision -> learn(decisions, decision.id(), decision.attribute("name")));
        } catch (UnreadableFileException e) {
            return;
        }
    }

    private void learnDiagram(String name, byte[] content) {
        try {
            Drawing drawing = Drawing.read(name, content);
            drawing.shapes("process").forEach(process -> learn(processes, process.id(), process.name()));
            drawing.shapes("userTask", "startEvent").forEach(this::learnStep);
            drawing.shapes("serviceTask", "sendTask").forEach(this::learnBlock);
            learnMessages(drawing);
        } catch (UnreadableFileException e) {
            return;
        }
    }

    /** A form is called after the step it was made for; another step that uses it, too, does not change that. */
    private void learnStep(Shape step) {
        learn(steps, step.id(), step.name());
        String form = step.element().camunda("formRef");
        if (form.equals(step.id()) || !forms.containsKey(form)) {
            learn(forms, form, step.name());
        }
    }

    /** What a building block does is best said by a step that uses it. */
    private void learnBlock(Shape step) {
        for (String expression : List.of("delegateExpression", "expression")) {
            if (!blocks.containsKey(step.element().camunda(expression))) {
                learn(blocks, step.element().camunda(expression), step.name());
            }
        }
    }

    /** A message is called as the event that waits for it. */
    private void learnMessages(Drawing drawing) {
        Map<String, String> names = new HashMap<>();
        drawing.shapes("message").forEach(message -> names.put(message.id(), message.name()));
        drawing.shapes()
                .forEach(event -> event.inner()
                        .filter(part -> part.name().equals("messageEventDefinition"))
                        .map(part -> names.getOrDefault(part.attribute("messageRef"), ""))
                        .forEach(message -> learn(messages, message, event.name())));
    }

    private static void learn(Map<String, String> words, String id, String name) {
        if (!id.isEmpty() && !name.isBlank()) {
            words.put(id, name.strip());
        }
    }

    /** A list of group ids; what is worked out by an expression stands for itself. */
    String roles(String groups) {
        return Arrays.stream(groups.split(","))
                .map(String::strip)
                .map(group -> Accounts.groupNames().getOrDefault(group, group))
                .collect(Collectors.joining("、"));
    }

    String variable(String name) {
        String label = variables.get(name);
        return label == null ? name : "「" + label + "」";
    }

    String value(String variable, String value) {
        String label = values.getOrDefault(variable, Map.of()).get(value);
        return label == null ? value : "「" + label + "」";
    }

    /** A cell of a table: steps, roles and values of the column's variable are told by their names. */
    String cell(String column, String text) {
        return QUOTED.matcher(text).replaceAll(quoted -> {
            String code = quoted.group(1);
            String label = values.getOrDefault(column, Map.of()).get(code);
            String name = label != null ? label : Accounts.groupNames().getOrDefault(code, steps.get(code));
            String word = CodeWords.of(column, code);
            if (name == null && !word.equals(code)) {
                name = word;
            }
            if (name == null && column.equals("countsFrom")) {
                name = variables.get(code);
            }
            return Matcher.quoteReplacement(name == null ? quoted.group() : "「" + name + "」");
        });
    }

    /** What the program does there. */
    String block(String expression) {
        return named(expression, blocks);
    }

    String message(String name) {
        return "「" + messages.getOrDefault(name, name) + "」";
    }

    String form(String id) {
        return named(id, forms);
    }

    String process(String id) {
        return named(id, processes);
    }

    String decision(String id) {
        return named(id, decisions);
    }

    private static String named(String id, Map<String, String> names) {
        String name = names.get(id);
        return name == null ? id : "「" + name + "」";
    }
}
