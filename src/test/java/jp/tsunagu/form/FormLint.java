package jp.tsunagu.form;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;

/** Rules that every form keeps. Each takes a form and names what breaks the rule; an empty list is good. */
final class FormLint {

    private static final FeelEngineApi FEEL = FeelEngineBuilder.forJava().build();
    private static final Pattern KEY = Pattern.compile("[a-z][A-Za-z0-9]*");
    private static final Set<String> TEXT_TYPES = Set.of("textfield", "textarea");
    private static final Set<String> UNSUPPORTED =
            Set.of("valuesExpression", "serializeToString", "increment", "disallowPassedDates");
    private static final Set<String> LIMITS = Set.of("min", "max", "minLength", "maxLength");
    private static final Set<String> SWITCHES = Set.of("readonly", "disabled", "allowAddRemove");
    private static final Set<String> SUPPORTED_KINDS = Set.of("email", "date", "datetime", "no_timezone");

    private FormLint() {}

    /** 01-reception.form holds the form reception; people find a form by the number that the paper has. */
    static List<String> misnamed(String file, FormSchema form) {
        String words = form.key().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
        return file.matches("\\d\\d-" + Pattern.quote(words) + "\\.form")
                ? List.of()
                : List.of(file + " holds " + form.key());
    }

    /** What should be one of its kind and stands there more than once. */
    static Set<String> duplicates(Stream<String> names) {
        Set<String> seen = new HashSet<>();
        return names.filter(name -> !seen.add(name)).collect(Collectors.toSet());
    }

    /** A row and a group with a path have names of their own; inside each, and at the top, a name stands once. */
    static List<String> repeatedKeys(FormSchema form) {
        List<String> repeated = new ArrayList<>();
        repeatedKeys(form.fields(), form.key(), repeated);
        return repeated;
    }

    private static void repeatedKeys(List<FormField> fields, String place, List<String> repeated) {
        Set<String> seen = new HashSet<>();
        FormSchema.topLevel(fields).filter(FormField::hasValue).forEach(field -> {
            String key = FormSchema.documentKey(field);
            if (!seen.add(key)) {
                repeated.add(place + "." + key);
            }
            repeatedKeys(field.children(), place + "." + key, repeated);
        });
    }

    /** Names are read by FEEL and by the program: plain words, no dots, no hyphens. */
    static List<String> oddKeys(FormSchema form) {
        return form.walk()
                .filter(field -> field.hasValue() || field.isRepeating())
                .map(FormSchema::documentKey)
                .filter(key -> !KEY.matcher(key).matches())
                .map(key -> form.key() + "." + key)
                .toList();
    }

    static List<String> unlimitedTexts(FormSchema form) {
        return form.walk()
                .filter(field -> TEXT_TYPES.contains(field.type()) && !field.isShownOnly())
                .filter(field -> field.rules().path("maxLength").asInt() <= 0)
                .map(field -> form.key() + "." + field.key())
                .toList();
    }

    static List<String> brokenPatterns(FormSchema form) {
        return form.walk()
                .map(field -> field.rules().path("pattern").asText(""))
                .filter(pattern -> !compiles(pattern))
                .map(pattern -> form.key() + ": " + pattern)
                .toList();
    }

    private static boolean compiles(String pattern) {
        try {
            Pattern.compile(pattern);
            return true;
        } catch (PatternSyntaxException e) {
            return false;
        }
    }

    /**
     * Properties that form-js knows and the server does not: who wrote one would rely on a rule that nobody keeps. A limit or a
     * switch is a value here and no expression.
     */
    static List<String> unsupported(FormSchema form) {
        List<String> found = new ArrayList<>();
        form.walk().forEach(field -> {
            Stream<String> unknown = UNSUPPORTED.stream().filter(field.json()::has);
            Stream<String> limits = LIMITS.stream()
                    .filter(rule ->
                            field.rules().has(rule) && !field.rules().path(rule).isNumber());
            Stream<String> switches = SWITCHES.stream()
                    .filter(name ->
                            field.json().has(name) && !field.json().path(name).isBoolean());
            Stream<String> kinds = Stream.of(
                            field.rules().path("validationType").asText("email"),
                            field.json().path("subtype").asText("date"),
                            field.json().path("timeSerializingFormat").asText("no_timezone"))
                    .filter(kind -> !SUPPORTED_KINDS.contains(kind));
            Stream.of(unknown, limits, switches, kinds)
                    .flatMap(names -> names)
                    .sorted()
                    .forEach(name -> found.add(form.key() + "." + FormSchema.documentKey(field) + ": " + name));
        });
        return found;
    }

    /** Only in a row that the server gave can the server tell what the row shows. */
    static List<String> shownInOwnRows(FormSchema form) {
        return form.walk()
                .filter(list -> list.isRepeating() && !list.isFixed())
                .flatMap(list -> list.walk()
                        .filter(field -> field.isInput() && field.isShownOnly())
                        .map(field -> form.key() + "." + list.path() + "." + field.key()))
                .toList();
    }

    /** A type the server does not check would be shown, filled in and thrown away. */
    static List<String> unknownTypes(FormSchema form) {
        Set<String> silent = Set.of("text", "table", "separator", "spacer");
        return form.walk()
                .filter(field ->
                        !field.isContainer() && !silent.contains(field.type()) && !FieldChecks.knows(field.type()))
                .map(field -> form.key() + ": " + field.type())
                .toList();
    }

    /** Conditions that are no FEEL, or read a name that neither stands in the form around them nor comes from the server. */
    static List<String> brokenConditions(FormSchema form, Set<String> served) {
        List<String> broken = new ArrayList<>();
        brokenConditions(form.fields(), form.key(), served, broken);
        return broken;
    }

    private static void brokenConditions(List<FormField> fields, String place, Set<String> outer, List<String> broken) {
        Set<String> known = new HashSet<>(outer);
        FormSchema.topLevel(fields).map(FormSchema::documentKey).forEach(known::add);
        inPlace(fields).forEach(field -> {
            field.hideCondition().ifPresent(condition -> {
                if (!FEEL.parseExpression(condition).isSuccess()) {
                    broken.add(place + ": no FEEL: " + condition);
                }
                FormExpressions.names(condition).stream()
                        .filter(name -> !known.contains(name))
                        .forEach(name -> broken.add(place + ": " + name + " is unknown in " + condition));
            });
            if (field.isContainer() && !field.path().isEmpty()) {
                brokenConditions(field.children(), place + "." + field.path(), known, broken);
            }
        });
    }

    /** These components, with those of groups that have no path of their own. */
    private static Stream<FormField> inPlace(List<FormField> fields) {
        return fields.stream()
                .flatMap(field -> field.isContainer() && field.path().isEmpty()
                        ? Stream.concat(Stream.of(field), inPlace(field.children()))
                        : Stream.of(field));
    }

    /** Tables and lists that nobody fills, and shown fields that no form asks for and no part of the server gives. */
    static List<String> nobodyFills(FormSchema form, Set<String> served, Set<String> askedSomewhere) {
        Stream<String> lists = form.walk()
                .flatMap(field -> Stream.of("valuesKey", "dataSource")
                        .map(name -> field.json().path(name).asText("")))
                .filter(name -> !name.isEmpty())
                .map(FormExpressions::withoutEquals)
                .filter(name -> !served.contains(name));
        Stream<String> shown = FormSchema.topLevel(form.fields())
                .filter(field -> field.isInput() && field.isShownOnly())
                .map(FormField::key)
                .filter(key -> !served.contains(key) && !askedSomewhere.contains(key));
        return Stream.concat(lists, shown).map(name -> form.key() + "." + name).toList();
    }

    /** Texts of a form with words that are not Japanese, and components without a Japanese name. */
    static List<String> notJapanese(FormSchema form, Set<String> accepted) {
        List<String> found = new ArrayList<>();
        form.walk().forEach(field -> {
            if (!FormTexts.hasJapaneseName(field)) {
                found.add(form.key() + "." + FormSchema.documentKey(field) + " has no name");
            }
            FormTexts.of(field)
                    .forEach(text -> FormTexts.LATIN_WORD
                            .matcher(text)
                            .results()
                            .map(MatchResult::group)
                            .filter(word -> !accepted.contains(word))
                            .forEach(word -> found.add(form.key() + ": " + word + " in " + text)));
        });
        return found;
    }
}
