package jp.tsunagu.engine.guard;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.tsunagu.engine.guard.XmlPart.Attribute;

/**
 * A diagram names parts of the list; it contains no program, loads none and reaches nowhere (要領 第12条). Extensions are known by
 * their own name, in whatever namespace: the engine reads some under several.
 */
final class DiagramRule {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";

    private static final Pattern BEAN = Pattern.compile("\\s*[$#]\\{\\s*(\\w+)\\s*}\\s*");

    private static final String NO_SCRIPT = "図の中にスクリプトは書けません。用意された部品か式を使ってください。";
    private static final String NO_OTHER_FORM = "入力項目は図の中に書けません。入力フォーム（camunda:formRef）を使ってください。";
    private static final String NOTHING_OUTSIDE = "外のファイルや処理につなぐことはできません。用意された部品を使ってください。";

    private static final Map<String, String> ELEMENTS = Map.ofEntries(
            entry("scriptTask", NO_SCRIPT),
            entry("script", NO_SCRIPT),
            entry("connector", NOTHING_OUTSIDE),
            entry("connectorId", NOTHING_OUTSIDE),
            entry("import", NOTHING_OUTSIDE),
            entry("include", NOTHING_OUTSIDE),
            entry("field", "部品の中に値を差し込むこと（camunda:field）はできません。"),
            entry("formData", NO_OTHER_FORM),
            entry("formField", NO_OTHER_FORM),
            entry("formProperty", NO_OTHER_FORM),
            entry("validation", NO_OTHER_FORM));

    private static final Set<String> CLASSES =
            Set.of("class", "variableMappingClass", "variableMappingDelegateExpression", "formHandlerClass");

    private static final Set<String> OUTSIDE = Set.of("type", "topic", "resource", "caseRef");

    private final AllowedParts parts;
    private final ExpressionRule expressions;

    DiagramRule(AllowedParts parts) {
        this.parts = parts;
        expressions = new ExpressionRule(parts);
    }

    Stream<Refused> of(XmlPart part) {
        Stream<String> element = Stream.ofNullable(ELEMENTS.get(part.name()));
        Stream<String> attributes = part.attributes().stream().flatMap(attribute -> of(part, attribute));
        Stream<String> text = expressions.refusal(part.text().toString()).stream();
        return Stream.of(element, attributes, text)
                .flatMap(found -> found)
                .map(reason -> new Refused(part.id(), part.line(), reason));
    }

    private Stream<String> of(XmlPart part, Attribute attribute) {
        String name = attribute.name();
        boolean extension =
                !attribute.namespace().isEmpty() || !part.namespace().equals(BPMN);
        if (attribute.value().isBlank()) {
            return Stream.empty();
        }
        if (name.equals("language") || name.equals("scriptFormat")) {
            return Stream.of(NO_SCRIPT);
        }
        if (extension && name.equals("delegateExpression")) {
            return delegate(part, attribute.value());
        }
        if (extension && CLASSES.contains(name)) {
            return Stream.of("Javaのクラス（camunda:" + name + "）は指定できません。用意された部品を使ってください。");
        }
        if (name.equals("formKey")) {
            return Stream.of("画面の場所（camunda:formKey）は指定できません。入力フォーム（camunda:formRef）を使ってください。");
        }
        if (!attribute.namespace().isEmpty() && !isSchemaInstance(attribute) && OUTSIDE.contains(name)) {
            return Stream.of(NOTHING_OUTSIDE);
        }
        return expressions.refusal(attribute.value()).stream();
    }

    private static boolean isSchemaInstance(Attribute attribute) {
        return attribute.namespace().equals("http://www.w3.org/2001/XMLSchema-instance");
    }

    private Stream<String> delegate(XmlPart part, String value) {
        boolean listener = part.name().endsWith("Listener");
        Set<String> known = listener ? parts.listeners() : parts.steps();
        Matcher bean = BEAN.matcher(value);
        return bean.matches() && parts.allowsDelegate(bean.group(1), listener)
                ? Stream.empty()
                : Stream.of("部品「" + value + "」は、使える部品の一覧にありません。次から選んでください: " + String.join("、", new TreeSet<>(known)));
    }
}
