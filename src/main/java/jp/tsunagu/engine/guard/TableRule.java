package jp.tsunagu.engine.guard;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.tsunagu.engine.guard.XmlPart.Attribute;

/** A decision table compares, in FEEL or by parts of the list; it contains no program and calls none. */
final class TableRule {

    private static final String LANGUAGE = "expressionLanguage";

    private static final Set<String> LANGUAGES = Set.of(
            "",
            "feel",
            "juel",
            "http://www.omg.org/spec/feel/20140401",
            "http://www.omg.org/spec/dmn/20151101/feel/",
            "http://www.omg.org/spec/dmn/20180521/feel/",
            "https://www.omg.org/spec/dmn/20191111/feel/");

    /** Ways of DMN to define or load functions. The engine's tables need none of them. */
    private static final Set<String> FUNCTIONS =
            Set.of("functionDefinition", "invocation", "businessKnowledgeModel", "import", "include");

    private static final Pattern QUOTED = Pattern.compile("\"(?:\\\\.|[^\"\\\\])*\"");
    private static final Pattern OWN_FUNCTION = Pattern.compile("\\b(function\\s*\\(|external\\b|java\\s*:)");

    private final ExpressionRule expressions;

    TableRule(AllowedParts parts) {
        expressions = new ExpressionRule(parts);
    }

    Stream<Refused> of(XmlPart part) {
        Stream<String> functions = FUNCTIONS.contains(part.name())
                ? Stream.of("判定表の中で関数を作ること、外から読み込むことはできません。FEELの比較で書いてください。")
                : Stream.empty();
        Stream<String> attributes = part.attributes().stream().flatMap(this::of);
        Stream<String> text = part.name().equals("text")
                ? ofText(part).stream()
                : expressions.refusal(part.text().toString()).stream();
        return Stream.of(functions, attributes, text)
                .flatMap(found -> found)
                .map(reason -> new Refused(part.id(), part.line(), reason));
    }

    private Stream<String> of(Attribute attribute) {
        if (attribute.name().equals(LANGUAGE)
                && !LANGUAGES.contains(attribute.value().toLowerCase(Locale.ROOT))) {
            return Stream.of("式の言語「" + attribute.value() + "」は使えません。FEELか、用意された部品の式で書いてください。");
        }
        return expressions.refusal(attribute.value()).stream();
    }

    private Optional<String> ofText(XmlPart part) {
        String text = part.text().toString();
        if (isJuel(part) && !ExpressionRule.isExpression(text) && !text.isBlank()) {
            // the engine puts it between braces itself
            return expressions.refusal("${" + text + "}");
        }
        if (OWN_FUNCTION.matcher(QUOTED.matcher(text).replaceAll("")).find()) {
            return Optional.of("式「" + text.strip() + "」は使えません。判定表の中で関数は作れません。");
        }
        return expressions.refusal(text);
    }

    /** The language stands at the expression, else at the whole table. */
    private static boolean isJuel(XmlPart part) {
        for (XmlPart outer = part; outer != null; outer = outer.parent()) {
            Optional<String> language = outer.plain(LANGUAGE);
            if (language.isPresent()) {
                return language.get().equalsIgnoreCase("juel");
            }
        }
        return false;
    }
}
