package jp.tsunagu.procedure.check.ward;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import jp.tsunagu.procedure.ProcedureFiles;
import jp.tsunagu.procedure.file.JsonFile;
import jp.tsunagu.procedure.file.UnreadableFileException;

/** The forms of a procedure as far as they can be read. */
final class Forms {

    private Forms() {}

    /** One form file. */
    record Form(String file, JsonNode json) {

        String id() {
            return json.path("id").asText();
        }
    }

    static List<Form> of(ProcedureFiles files) {
        List<Form> forms = new ArrayList<>();
        files.ending(".form").forEach((name, content) -> {
            try {
                forms.add(new Form(name, JsonFile.read(content)));
            } catch (UnreadableFileException e) {
                // readable-file says so
                return;
            }
        });
        return forms;
    }

    /** Its components whose value stands at the top of the document, where deciding fields are looked for. */
    static List<JsonNode> topLevel(JsonNode container) {
        List<JsonNode> fields = new ArrayList<>();
        for (JsonNode component : container.path("components")) {
            boolean opens = isContainer(component);
            if (!opens) {
                fields.add(component);
            } else if (component.path("path").asText().isEmpty()) {
                fields.addAll(topLevel(component));
            }
        }
        return fields;
    }

    static boolean isContainer(JsonNode component) {
        return component.path("components").isArray();
    }

    static boolean isShownOnly(JsonNode field) {
        return field.path("readonly").asBoolean() || field.path("disabled").asBoolean();
    }

    static String label(JsonNode field) {
        String label = field.path("label").asText(field.path("dateLabel").asText());
        return "「" + (label.isBlank() ? field.path("key").asText() : label) + "」";
    }
}
