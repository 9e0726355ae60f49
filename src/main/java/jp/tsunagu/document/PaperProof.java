package jp.tsunagu.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.samskivert.mustache.MustacheException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.tsunagu.document.PaperNames.Group;
import jp.tsunagu.document.PaperNames.Name;
import jp.tsunagu.form.FormField;
import jp.tsunagu.form.FormSchema;
import org.springframework.stereotype.Component;

/** Prints a paper that somebody edits: with an invented case, or empty. Nobody's case is read for it. */
@Component
public class PaperProof {

    private static final int ROWS = 2;

    private final PaperPrinter printer;

    PaperProof(PaperPrinter printer) {
        this.printer = printer;
    }

    /** A name that can be put into a paper. */
    public record Field(String name, String label, String insert) {}

    /** Names that belong together. */
    public record Fields(String title, List<Field> fields) {}

    /**
     * Prints it.
     *
     * @param name of a paper's file, without folder
     * @param files all papers' files of the procedure
     * @param forms the forms of the procedure by their keys
     * @param filled with an invented case; else as an empty one is printed
     * @throws IllegalArgumentException if it cannot be printed, in Japanese
     */
    public PrintedPaper print(String name, Map<String, String> files, Map<String, FormSchema> forms, boolean filled) {
        try {
            PaperTemplate template =
                    PaperTemplate.read(0, name.replaceAll("^paper-|\\.html$", ""), files.get(name), files);
            return printer.print(template, values(files.get(name), forms, filled));
        } catch (MustacheException | StackOverflowError e) {
            // what is wrong where is told by PaperCheck; this is what it did not foresee
            throw new IllegalArgumentException("様式のひな型を組み立てられません。{{ }} の書き方を確かめてください。", e);
        }
    }

    private static Map<String, Object> values(String html, Map<String, FormSchema> forms, boolean filled) {
        Map<String, List<String>> head = PaperTemplate.head(html);
        Map<String, Object> values = new HashMap<>();
        if (filled) {
            List<Group> beside = PaperNames.beside(head);
            beside.forEach(group -> group.names().forEach(name -> values.put(name.name(), example(name, group))));
        }
        for (String form : head.getOrDefault("forms", List.of())) {
            if (forms.containsKey(form)) {
                List<FormField> fields = forms.get(form).fields();
                ObjectNode data = filled ? invented(fields) : JsonNodeFactory.instance.objectNode();
                PaperFields.of(fields, data, PaperWords.plain(Map.of())).forEach(values::putIfAbsent);
            }
        }
        return values;
    }

    private static Object example(Name name, Group group) {
        if (!name.rows()) {
            return name.example();
        }
        Map<String, Object> row = new HashMap<>();
        group.names().stream().filter(cell -> !cell.rows()).forEach(cell -> row.put(cell.name(), cell.example()));
        row.put("number", 1);
        return List.of(row);
    }

    private static ObjectNode invented(List<FormField> fields) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        for (FormField field : fields) {
            if (field.isRepeating()) {
                ArrayNode rows = data.putArray(field.path());
                for (int i = 0; i < ROWS; i++) {
                    rows.add(invented(field.children()));
                }
            } else if (field.isContainer()) {
                ObjectNode inside = invented(field.children());
                if (field.path().isEmpty()) {
                    data.setAll(inside);
                } else {
                    data.set(field.path(), inside);
                }
            } else if (field.isInput()) {
                data.set(field.key(), invented(field));
            }
        }
        return data;
    }

    private static JsonNode invented(FormField field) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        JsonNode first = field.json().path("values").path(0).path("value");
        return switch (field.type()) {
            case "datetime" ->
                json.textNode(
                        switch (field.json().path("subtype").asText()) {
                            case "time" -> "10:00";
                            case "datetime" -> "2026-04-01T10:00";
                            default -> field.key().equals("birthDate") ? "1980-05-01" : "2026-04-01";
                        });
            case "number" -> json.numberNode(12_000);
            case "checkbox" -> json.booleanNode(true);
            case "radio", "select" -> first.isMissingNode() ? json.textNode("例") : first;
            case "checklist", "taglist" ->
                first.isMissingNode() ? json.arrayNode() : json.arrayNode().add(first);
            default -> json.textNode(known(field));
        };
    }

    /** Nobody's: names as forms show them in their samples. */
    private static String known(FormField field) {
        return switch (field.key()) {
            case "name" -> "見本 はなこ";
            case "kana" -> "みほん はなこ";
            case "phone" -> "03-0000-0000";
            case "postalCode" -> "100-0000";
            default -> "（" + field.label() + "の例）";
        };
    }

    /** What can be put into this paper, to choose from. */
    public List<Fields> fields(String html, Map<String, FormSchema> forms, Map<String, String> titles) {
        Map<String, List<String>> head = PaperTemplate.head(html);
        List<Fields> groups = new java.util.ArrayList<>();
        PaperNames.fields(head, forms)
                .forEach((form, fields) -> groups.add(new Fields(
                        titles.getOrDefault(form, form),
                        fields.stream().map(PaperProof::field).toList())));
        PaperNames.beside(head)
                .forEach(group -> groups.add(new Fields(
                        group.title(),
                        group.names().stream()
                                .map(name -> new Field(name.name(), name.label(), insert(name.name(), name.rows())))
                                .toList())));
        return groups;
    }

    private static Field field(FormField field) {
        String name = PaperNames.nameOf(field);
        boolean choice = !field.choices().isEmpty() && !field.type().equals("checkbox");
        String insert = choice
                ? "{{#" + name + ".options}}{{>option}}{{/" + name + ".options}}"
                : insert(name, field.isContainer());
        return new Field(name, field.label().isBlank() ? name : field.label(), insert);
    }

    private static String insert(String name, boolean rows) {
        return rows ? "{{#" + name + "}}\n{{/" + name + "}}" : "{{" + name + "}}";
    }
}
