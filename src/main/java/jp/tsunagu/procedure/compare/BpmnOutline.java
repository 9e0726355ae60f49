package jp.tsunagu.procedure.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagu.procedure.file.Drawing;
import jp.tsunagu.procedure.file.Shape;
import jp.tsunagu.procedure.file.Unsaid;
import jp.tsunagu.procedure.file.XmlElement;

/** What a diagram says: every shape with everything it says of itself, except where it is drawn. */
final class BpmnOutline {

    private static final Set<String> WITHOUT_PLACE = Set.of(
            "definitions", "process", "collaboration", "participant", "sequenceFlow", "messageFlow", "association");

    private static final Set<String> FROM_THE_ARROWS = Set.of("incoming", "outgoing", "flowNodeRef", "id");

    private static final Set<String> LISTS = Set.of("properties", "inputOutput");

    private final Drawing drawing;
    private final Words words;
    private final Map<String, String> lanes;
    private final Map<String, Shape> shapes = new HashMap<>();

    /** The only process of the file: that something lies in it goes without saying. */
    private final String only;

    private BpmnOutline(Drawing drawing, Words words) {
        this.drawing = drawing;
        this.words = words;
        this.lanes = drawing.lanes();
        drawing.shapes().forEach(shape -> shapes.putIfAbsent(shape.id(), shape));
        List<Shape> processes = drawing.shapes("process").toList();
        this.only = processes.size() == 1 ? processes.get(0).id() : "";
    }

    static Outline of(Drawing drawing, Words words) {
        BpmnOutline outline = new BpmnOutline(drawing, words);
        List<Item> items = new ArrayList<>();
        items.add(outline.item(drawing.root()));
        drawing.shapes().forEach(shape -> items.add(outline.item(shape)));
        return new Outline(items);
    }

    private Item item(Shape shape) {
        Map<String, Property> properties = new LinkedHashMap<>();
        String noun = BpmnWords.noun(shape.kind());
        attributes("", shape.element(), properties);
        properties.put("kind", Property.value(BpmnWords.label("kind"), shape.kind(), noun));
        shape.inner().forEach(part -> part("", part, properties));
        String lane = lanes.getOrDefault(shape.id(), "");
        if (!lane.isEmpty()) {
            properties.put("lane", Property.place("欄", lane, titleOf(lane) + "の欄"));
        }
        if (!WITHOUT_PLACE.contains(shape.kind()) && !shape.container().equals(only)) {
            properties.put("parent", Property.place("場所", shape.container(), titleOf(shape.container()) + "の中"));
        }
        String key = shape.kind().equals("definitions") ? "definitions" : shape.id();
        return new Item(key.isEmpty() ? noun : key, isPlain(shape) ? noun : "", subject(shape), "", properties);
    }

    /** People know steps by their names alone; everything else is told with its kind. */
    private static boolean isPlain(Shape shape) {
        return shape.kind().endsWith("Task") && !shape.name().isEmpty();
    }

    private String subject(Shape shape) {
        if (isPlain(shape)) {
            return "「" + shape.name() + "」";
        }
        return shape.is("sequenceFlow", "messageFlow", "association")
                ? arrow(shape)
                : shape.name().isEmpty() ? unnamed(shape) : BpmnWords.noun(shape.kind()) + title(shape);
    }

    private String arrow(Shape arrow) {
        String ends = titleOf(arrow.element().attribute("sourceRef")) + "から"
                + titleOf(arrow.element().attribute("targetRef")) + "への"
                + BpmnWords.noun(arrow.kind());
        return arrow.name().isEmpty() ? ends : ends + "「" + arrow.name() + "」";
    }

    /** What a reference to another shape is called. */
    private String titleOf(String id) {
        return Optional.ofNullable(shapes.get(id))
                .map(shape -> shape.name().isEmpty() ? unnamed(shape) : title(shape))
                .orElse(id);
    }

    /** Which of several it is shows the picture. */
    private static String unnamed(Shape shape) {
        return "名前のない" + BpmnWords.noun(shape.kind());
    }

    private String title(Shape shape) {
        return shape.is("message") ? words.message(shape.name()) : "「" + shape.name() + "」";
    }

    private void attributes(String path, XmlElement element, Map<String, Property> properties) {
        element.attributes().forEach((name, value) -> {
            // an id is what the shape is known by
            if (!name.equals("id") && !Unsaid.isOfTools(name) && !Unsaid.isUsual(name, value)) {
                put(path + name, value, properties);
            }
        });
    }

    private void put(String name, String value, Map<String, Property> properties) {
        properties.put(name, Property.value(BpmnWords.label(name), value.strip(), shown(name, value.strip())));
    }

    private String shown(String name, String value) {
        return switch (name) {
            case "camunda:candidateGroups" -> words.roles(value);
            case "camunda:formRef" -> words.form(value);
            case "calledElement" -> words.process(value);
            case "camunda:decisionRef" -> words.decision(value);
            case "camunda:dueDate" -> value.equals("${deadlines.due(execution)}") ? "手順の期限の表のとおり" : value;
            case "conditionExpression", "event/condition" -> ConditionWords.of(value, words);
            case "sourceRef", "targetRef", "attachedToRef", "default", "processRef", "event/messageRef" ->
                titleOf(value);
            case "event/camunda:variableName", "camunda:resultVariable" -> words.variable(value);
            case "camunda:delegateExpression", "camunda:expression" -> words.block(value);
            default -> CodeWords.of(name, value);
        };
    }

    private void part(String path, XmlElement part, Map<String, Property> properties) {
        if (!part.isBpmn()) {
            extension(path, part, properties);
        } else if (part.name().equals("extensionElements")) {
            part.children().forEach(extension -> extension(path, extension, properties));
        } else if (part.name().endsWith("EventDefinition")) {
            event(part, properties);
        } else if (part.name().equals("documentation")) {
            String text = properties.containsKey("documentation")
                    ? properties.get("documentation").value() + "\n" + part.text()
                    : part.text();
            put("documentation", text, properties);
        } else if (!FROM_THE_ARROWS.contains(part.name())) {
            nested(unused(path + part.name(), properties), part, properties);
        }
    }

    private void event(XmlElement definition, Map<String, Property> properties) {
        String name = unused("event", properties);
        properties.put(
                name,
                Property.value(BpmnWords.label("event"), definition.name(), BpmnWords.trigger(definition.name())));
        attributes(name + "/", definition, properties);
        definition.children().forEach(child -> part(name + "/", child, properties));
    }

    private void nested(String name, XmlElement element, Map<String, Property> properties) {
        boolean says = !element.text().isEmpty() || element.children().isEmpty();
        String value = element.text().isEmpty() ? "あり" : element.text();
        if (says) {
            put(name, value, properties);
        }
        attributes(name + "@", element, properties);
        element.children().forEach(child -> part(name + "/", child, properties));
    }

    private void extension(String path, XmlElement extension, Map<String, Property> properties) {
        if (LISTS.contains(extension.name())) {
            extension.children().forEach(child -> extension(path + extension.name() + "/", child, properties));
            return;
        }
        String mark = extension.attributes().getOrDefault("target", extension.attribute("name"));
        String event = extension.attribute("event");
        String name = unused(path + extension.name() + (mark + event).replaceFirst("^(?=.)", ":"), properties);
        String label =
                switch (extension.name()) {
                    case "in" -> "渡す変数";
                    case "out" -> "受け取る変数";
                    case "executionListener", "taskListener" -> "前後の処理";
                    default -> BpmnWords.OTHER;
                };
        properties.put(name, Property.value(label, written(extension), told(extension)));
    }

    /** What is handed over to another procedure and back, by the names of the variables. */
    private String told(XmlElement extension) {
        if (!extension.attribute("businessKey").isEmpty()) {
            return "ケース番号";
        }
        String source = extension.attribute("source");
        String target = extension.attribute("target");
        if (source.isEmpty() || target.isEmpty()) {
            return written(extension);
        }
        String from = words.variable(source);
        return source.equals(target) ? from : from + "を" + words.variable(target) + "として";
    }

    /** The same however it is written in the file. */
    private static String written(XmlElement element) {
        String attributes = element.attributes().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(attribute -> attribute.getKey() + "=" + attribute.getValue())
                .collect(Collectors.joining(" "));
        String inner = element.children().stream()
                .map(child -> child.name() + "(" + written(child) + ")")
                .collect(Collectors.joining(" "));
        String all = String.join(" ", attributes, element.text(), inner).strip();
        return all.isEmpty() ? "あり" : all;
    }

    private static String unused(String name, Map<String, Property> properties) {
        String free = name;
        for (int twin = 2; properties.containsKey(free); twin++) {
            free = name + "#" + twin;
        }
        return free;
    }
}
