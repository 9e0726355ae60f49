package jp.tsunagu.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A form: an ordered tree of components.
 *
 * @param key the form's id, the same word as the step that uses it
 * @param version the engine's version number of this form
 * @param root the form file
 */
public record FormSchema(String key, int version, FormField root) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * Reads a form file.
     *
     * @throws IllegalArgumentException if it is no Camunda Form
     */
    public static FormSchema read(InputStream file, int version) {
        try {
            JsonNode json = JSON.readTree(file);
            if (!json.path("components").isArray() || !json.path("id").isTextual()) {
                throw new IllegalArgumentException("入力フォームのファイルに id または components がありません。");
            }
            return new FormSchema(json.path("id").asText(), version, new FormField(json));
        } catch (IOException e) {
            throw new IllegalArgumentException("入力フォームのファイルを読めません。", e);
        }
    }

    public List<FormField> fields() {
        return root.children();
    }

    public Stream<FormField> walk() {
        return fields().stream().flatMap(FormField::walk);
    }

    /**
     * The fields at the top of the document that a person fills in. A group or list with a path counts as one field.
     */
    public Set<String> inputKeys() {
        return topLevel(fields())
                .filter(FormField::isAsked)
                .map(FormSchema::documentKey)
                .collect(Collectors.toSet());
    }

    /** The lists whose rows only the server adds and removes. */
    public List<FormField> fixedLists() {
        return topLevel(fields()).filter(FormField::isFixed).toList();
    }

    /** The top-level fields with this custom property set to this value. */
    public Set<String> keysWith(String property, String value) {
        return topLevel(fields())
                .filter(field -> field.property(property).filter(value::equals).isPresent())
                .map(FormSchema::documentKey)
                .collect(Collectors.toSet());
    }

    /** Every top-level name the form shows or asks for: what has to be loaded to render it, and nothing else. */
    public Set<String> referencedKeys() {
        return FormReferences.of(this);
    }

    /** Components whose value stands at the top of the document, groups without a path opened. */
    static Stream<FormField> topLevel(List<FormField> fields) {
        return fields.stream()
                .flatMap(field ->
                        field.isContainer() && field.path().isEmpty() ? topLevel(field.children()) : Stream.of(field));
    }

    static String documentKey(FormField field) {
        return field.isContainer() ? field.path() : field.key();
    }
}
