package jp.tsunagu.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagu.engine.VariableCatalogue;
import jp.tsunagu.engine.VariableCatalogue.Type;
import jp.tsunagu.engine.VariableCatalogue.Variable;

/** Fields that decide against the list of variables: the engine would refuse what a person could choose. */
final class VariableLint {

    private static final Map<Type, Set<String>> FIELD_TYPES = Map.of(
            Type.STRING, Set.of("radio", "select"),
            Type.BOOLEAN, Set.of("radio", "checkbox"),
            Type.INTEGER, Set.of("number"),
            Type.DATE, Set.of("datetime"),
            Type.JSON, Set.of("checklist", "taglist"));

    private VariableLint() {}

    /** Fields of the wrong type, choices that are not listed, and questions for what only the server may set. */
    static List<String> misfits(FormSchema form, VariableCatalogue variables) {
        List<String> found = new ArrayList<>();
        fields(form)
                .forEach(field -> variables.find(field.key()).ifPresent(variable -> {
                    String place = form.key() + "." + field.key();
                    if (!variable.typed() && !field.isShownOnly()) {
                        found.add(place + " is set by the server only");
                    }
                    if (!FIELD_TYPES.get(variable.type()).contains(field.type()) && !field.isShownOnly()) {
                        found.add(place + " cannot be a " + field.type());
                    }
                    choices(field)
                            .filter(value -> !values(variable).contains(value))
                            .forEach(value -> found.add(place + " may not be " + value));
                }));
        return found;
    }

    /** Listed values that no form offers, of the variables that forms ask for: nobody could ever decide that way. */
    static List<String> neverOffered(Collection<FormSchema> forms, VariableCatalogue variables) {
        Map<String, Set<String>> offered = forms.stream()
                .flatMap(VariableLint::fields)
                .filter(field ->
                        !field.isShownOnly() && Set.of("radio", "select").contains(field.type()))
                .collect(Collectors.groupingBy(
                        FormField::key, Collectors.flatMapping(VariableLint::choices, Collectors.toSet())));
        List<String> missing = new ArrayList<>();
        offered.forEach((key, values) -> variables.find(key).ifPresent(variable -> {
            Set<String> rest = new TreeSet<>(values(variable));
            rest.removeAll(values);
            rest.forEach(value -> missing.add(key + "." + value));
        }));
        return missing;
    }

    /** A field in a row or in a group with a path only shares its name with a variable. */
    private static Stream<FormField> fields(FormSchema form) {
        return FormSchema.topLevel(form.fields()).filter(FormField::isInput);
    }

    private static Set<String> values(Variable variable) {
        return variable.type() == Type.BOOLEAN ? Set.of("true", "false") : variable.values();
    }

    private static Stream<String> choices(FormField field) {
        return Choices.of(field, SmallForm.json("{}")).stream().map(JsonNode::asText);
    }
}
