package jp.tsunagu.procedure.check.ward;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.tsunagu.procedure.ProcedureFiles;
import jp.tsunagu.procedure.check.Finding;
import jp.tsunagu.procedure.file.Drawing;
import jp.tsunagu.procedure.file.XmlElement;
import org.springframework.stereotype.Component;

/** Only building blocks and what known-parts.yaml lists are used (要領 第12条). */
@Component
class KnownPartsOnly extends DiagramRule {

    KnownPartsOnly() {
        super("known-parts");
    }

    private static final Pattern BEAN = Pattern.compile("[$#]\\{\\s*(\\w+)\\s*}");

    /** Ways of the engine to reach out of the procedure. */
    private static final Set<String> OUTSIDE = Set.of("type", "topic", "connectorId");

    @Override
    Stream<Finding> of(Drawing drawing, ProcedureFiles files) {
        return Stream.concat(Stream.of(drawing.root()), drawing.shapes().stream())
                .flatMap(shape -> Stream.concat(Stream.of(shape.element()), shape.inside())
                        .flatMap(element -> wrong(element).map(message -> error(drawing, shape, message)))
                        .distinct());
    }

    private static Stream<String> wrong(XmlElement element) {
        Stream<String> attributes = element.attributes().entrySet().stream()
                .filter(attribute -> !attribute.getKey().equals("name"))
                .flatMap(attribute -> attribute(element, attribute.getKey(), attribute.getValue()));
        Stream<String> text = element.name().equals("documentation") ? Stream.empty() : expression(element.text());
        Stream<String> outside = element.isCamunda() && element.name().equals("connector")
                ? Stream.of("外とつなぐ部品（connector）は使えません。用意された部品を使ってください。")
                : Stream.empty();
        return Stream.of(attributes, text, outside).flatMap(found -> found);
    }

    private static Stream<String> attribute(XmlElement element, String name, String value) {
        String plain = name.replaceFirst("^camunda:", "");
        boolean ofEngine = !plain.equals(name) || element.isCamunda();
        if (ofEngine && plain.equals("delegateExpression")) {
            return part(element, value);
        }
        if (!plain.equals(name) && OUTSIDE.contains(plain)) {
            return Stream.of("外の処理（camunda:" + plain + "）は使えません。用意された部品を使ってください。");
        }
        return expression(value);
    }

    private static Stream<String> part(XmlElement element, String value) {
        Matcher bean = BEAN.matcher(value);
        Set<String> known = element.name().endsWith("Listener") ? KnownParts.LIST.listeners() : KnownParts.LIST.parts();
        return bean.matches() && known.contains(bean.group(1))
                ? Stream.empty()
                : Stream.of("部品「" + value + "」は、使える部品の一覧にありません。次から選んでください: " + String.join("、", new TreeSet<>(known)));
    }

    private static Stream<String> expression(String text) {
        return Expressions.hasExpression(text)
                ? Expressions.unknown(text).stream()
                        .map(unknown -> "式「" + unknown + "」は使えません。変数の比較か、用意された部品だけを書いてください。")
                : Stream.empty();
    }
}
