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
 * A form: an ordered tree of components. What follows from the file alone is found once: each submission asks for it several
 * times.
 */
public final class FormSchema {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String key;
    private final int version;
    private final FormField root;
    private final Set<String> inputKeys;
    private final Set<String> referencedKeys;
    private final Set<String> decidingKeys;
    private final List<FormField> fixedLists;

    private FormSchema(String key, int version, FormField root) {
        this.key = key;
        this.version = version;
        this.root = root;
        inputKeys = topLevel(fields())
                .filter(FormField::isAsked)
                .map(FormSchema::documentKey)
                .collect(Collectors.toUnmodifiableSet());
        referencedKeys = Set.copyOf(FormReferences.of(fields()));
        decidingKeys = Set.copyOf(FormReferences.deciding(fields()));
        fixedLists = topLevel(fields()).filter(FormField::isFixed).toList();
    }

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

    /** The form's id, the same word as the step that uses it. */
    public String key() {
        return key;
    }

    /** The engine's version number of this form. */
    public int version() {
        return version;
    }

    /** The form file. */
    public FormField root() {
        return root;
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
        return inputKeys;
    }

    /** The lists whose rows only the server adds and removes. */
    public List<FormField> fixedLists() {
        return fixedLists;
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
        return referencedKeys;
    }

    /** Those of them that decide whether a document is right: fields, choices and conditions, but not what texts only show. */
    public Set<String> decidingKeys() {
        return decidingKeys;
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
