package jp.tsunagu.document;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jp.tsunagu.form.FormField;
import jp.tsunagu.form.FormSchema;

/** What a paper can print: the fields of its forms, and the closed list {@code paper-names.yaml} beside them. */
final class PaperNames {

    private static final List<Group> LIST = read();

    private static final Set<String> ALWAYS_KNOWN = Set.of("always", "act", "plan");

    private PaperNames() {}

    /**
     * Names that are there together.
     *
     * @param when on which papers they are there
     */
    record Group(String when, String title, List<Name> names) {}

    /**
     * A name.
     *
     * @param rows true if it stands for a list
     * @param example an invented value
     */
    record Name(String name, String label, String example, boolean rows) {}

    /** The words that the head's {@code with} may hold. */
    static Set<String> withs() {
        return LIST.stream()
                .map(Group::when)
                .filter(when -> !ALWAYS_KNOWN.contains(when))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What this paper is given beside the answers to its forms. */
    static List<Group> beside(Map<String, List<String>> head) {
        List<String> with = head.getOrDefault("with", List.of());
        List<String> acts = head.getOrDefault("made-by", List.of());
        List<Group> groups = new ArrayList<>();
        for (Group group : LIST) {
            boolean there =
                    switch (group.when()) {
                        case "always" -> true;
                        case "act" -> !acts.isEmpty();
                        case "plan" -> head.containsKey("plan");
                        default -> with.contains(group.when());
                    };
            if (there && !group.names().isEmpty()) {
                groups.add(group);
            }
        }
        List<Name> done = new ArrayList<>();
        acts.forEach(step -> done.add(new Name(step, "手順「" + step + "」の様式である", "", false)));
        for (String step : head.getOrDefault("followed-by", List.of())) {
            done.add(new Name(step + "On", "手順「" + step + "」の日", "令和8年4月8日", false));
            done.add(new Name(step + "By", "手順「" + step + "」を行った人", "見本 花子", false));
        }
        if (!done.isEmpty()) {
            groups.add(new Group("steps", "手順", done));
        }
        return groups;
    }

    /** Every name that may stand in this paper. */
    static Set<String> all(Map<String, List<String>> head, Map<String, FormSchema> forms) {
        Set<String> names = new TreeSet<>();
        beside(head).forEach(group -> group.names().forEach(name -> names.add(name.name())));
        fields(head, forms).values().forEach(fields -> fields.forEach(field -> names.add(nameOf(field))));
        return names;
    }

    /** Key of a form → its fields, also those within lists. */
    static Map<String, List<FormField>> fields(Map<String, List<String>> head, Map<String, FormSchema> forms) {
        Map<String, List<FormField>> fields = new LinkedHashMap<>();
        for (String form : head.getOrDefault("forms", List.of())) {
            if (forms.containsKey(form)) {
                fields.put(
                        form,
                        forms.get(form)
                                .walk()
                                .filter(field -> !nameOf(field).isEmpty())
                                .toList());
            }
        }
        return fields;
    }

    static String nameOf(FormField field) {
        return field.isContainer() ? field.path() : field.key();
    }

    private static List<Group> read() {
        try (InputStream list = PaperNames.class.getResourceAsStream("paper-names.yaml")) {
            return new ObjectMapper(new YAMLFactory()).readValue(list, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException("paper-names.yaml cannot be read", e);
        }
    }
}
