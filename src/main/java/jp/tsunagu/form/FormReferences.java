package jp.tsunagu.form;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the names a form needs to be rendered: its own fields, and what its texts, tables, choices and conditions read. */
final class FormReferences {

    private static final Pattern TEMPLATE = Pattern.compile("\\{\\{(.*?)}}", Pattern.DOTALL);

    private FormReferences() {}

    static Set<String> of(List<FormField> fields) {
        return of(fields, true);
    }

    /** Without what texts only show. */
    static Set<String> deciding(List<FormField> fields) {
        return of(fields, false);
    }

    private static Set<String> of(List<FormField> fields, boolean withTexts) {
        Set<String> names = readBy(fields, withTexts);
        FormSchema.topLevel(fields).map(FormSchema::documentKey).forEach(names::add);
        names.remove("");
        return names;
    }

    /** A name that a row or a group with a path has itself is not looked for outside of it. */
    private static Set<String> readBy(List<FormField> fields, boolean withTexts) {
        Set<String> names = new HashSet<>();
        for (FormField field : fields) {
            Set<String> inside = readBy(field.children(), withTexts);
            if (field.hasValue()) {
                FormSchema.topLevel(field.children())
                        .map(FormSchema::documentKey)
                        .forEach(inside::remove);
            }
            names.addAll(inside);
            field.hideCondition().map(FormExpressions::names).ifPresent(names::addAll);
            expressions(field, withTexts).map(FormExpressions::names).forEach(names::addAll);
        }
        return names;
    }

    private static Stream<String> expressions(FormField field, boolean withTexts) {
        Stream<String> direct = Stream.of("valuesKey", "valuesExpression", "dataSource", "expression")
                .map(name -> field.json().path(name).asText(""))
                .map(FormExpressions::withoutEquals)
                .filter(expression -> !expression.isEmpty());
        if (!withTexts) {
            return direct;
        }
        Stream<String> templates = Stream.of("text", "label", "description", "content")
                .map(name -> field.json().path(name).asText(""))
                .flatMap(FormReferences::templateParts);
        return Stream.concat(direct, templates);
    }

    private static Stream<String> templateParts(String text) {
        if (text.startsWith("=")) {
            return Stream.of(FormExpressions.withoutEquals(text));
        }
        Matcher parts = TEMPLATE.matcher(text);
        return parts.results().map(part -> part.group(1).replaceFirst("^[#/](if|loop)", ""));
    }
}
