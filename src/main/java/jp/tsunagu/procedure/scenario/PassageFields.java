package jp.tsunagu.procedure.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.tsunagu.form.FormField;
import jp.tsunagu.form.FormSchema;
import jp.tsunagu.procedure.ProcedureFiles;

/** What a form cannot do without, each with an example: the answers of a passage that is still to be told. */
final class PassageFields {

    /** Stands for the day of the story, which is another one in each. */
    static final String THAT_DAY = "その日";

    private PassageFields() {}

    /**
     * A required field.
     *
     * @param value an example, or what was typed
     * @param choices code → label, of what must be chosen; empty for what is typed
     */
    record Asked(String key, String label, String value, Map<String, String> choices, boolean day) {

        Asked with(String typed) {
            return new Asked(key, label, typed, choices, day);
        }

        private JsonNode json(String type) {
            JsonNodeFactory nodes = JsonNodeFactory.instance;
            return switch (type) {
                case "checkbox" -> nodes.booleanNode(Boolean.parseBoolean(value));
                case "checklist", "taglist" -> nodes.arrayNode().add(value);
                case "number" ->
                    value.matches("-?\\d{1,9}") ? nodes.numberNode(Integer.parseInt(value)) : nodes.textNode(value);
                default -> nodes.textNode(value);
            };
        }
    }

    static Optional<FormSchema> form(ProcedureFiles files, String key) {
        return files.ending(".form").values().stream()
                .map(content -> FormSchema.read(new ByteArrayInputStream(content), 1))
                .filter(form -> form.key().equals(key))
                .findFirst();
    }

    static List<Asked> of(FormSchema form) {
        List<Asked> fields = new ArrayList<>();
        required(form.fields(), fields);
        return fields;
    }

    /** What is hidden sometimes, repeated, or stands in a part of its own, may be told by hand. */
    private static void required(List<FormField> among, List<Asked> fields) {
        for (FormField field : among) {
            if (field.hideCondition().isPresent() || isTimed(field)) {
                continue;
            }
            if (field.isContainer()) {
                if (!field.isRepeating() && field.path().isEmpty()) {
                    required(field.children(), fields);
                }
            } else if (field.isAsked() && field.rules().path("required").asBoolean()) {
                fields.add(asked(field));
            }
        }
    }

    private static boolean isTimed(FormField field) {
        return field.type().equals("datetime")
                && !field.json().path("subtype").asText("date").equals("date");
    }

    private static Asked asked(FormField field) {
        boolean yesNo = field.type().equals("checkbox");
        Map<String, String> choices = yesNo ? Map.of("true", "はい") : field.choices();
        boolean day = field.type().equals("datetime");
        return new Asked(field.key(), field.label(), example(field, choices, day), choices, day);
    }

    private static String example(FormField field, Map<String, String> choices, boolean day) {
        if (day) {
            return THAT_DAY;
        }
        if (!choices.isEmpty()) {
            return choices.keySet().iterator().next();
        }
        return field.type().equals("number") ? field.rules().path("min").asText("1") : "例題の記入";
    }

    static ObjectNode answers(FormSchema form, List<Asked> fields) {
        ObjectNode answers = JsonNodeFactory.instance.objectNode();
        fields.stream()
                .filter(field -> !field.value().isBlank())
                .forEach(field -> form.walk()
                        .filter(one -> one.key().equals(field.key()))
                        .findFirst()
                        .ifPresent(one -> answers.set(field.key(), field.json(one.type()))));
        return answers;
    }
}
