package jp.tsunagu.procedure;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import jp.tsunagu.procedure.file.JsonFile;
import jp.tsunagu.procedure.file.UnreadableFileException;
import jp.tsunagu.procedure.file.Unsaid;
import jp.tsunagu.procedure.file.XmlElement;
import jp.tsunagu.procedure.file.XmlFile;

/**
 * What a file means, without how it is drawn and written down. The one place that says which changes are of the layout only:
 * by it a comparison is told and a version is made or not. Order counts, for the engine asks flows and events in theirs, and
 * so do the rows and columns of a form, which are what people see; of any other file every character counts.
 */
public final class Meaning {

    /** Shapes, wherever they stand. */
    private static final Set<String> DRAWN = Set.of("BPMNDiagram", "DMNDI");

    private Meaning() {}

    /**
     * Whether two contents of a file differ, if at all, in what is drawn or how it is written only.
     *
     * @throws UnreadableFileException if one of them cannot be read
     */
    public static boolean isSame(String name, byte[] one, byte[] other) throws UnreadableFileException {
        return Arrays.equals(one, other) || of(name, one).equals(of(name, other));
    }

    private static String of(String name, byte[] content) throws UnreadableFileException {
        if (name.endsWith(".form")) {
            return of(JsonFile.read(content));
        }
        return name.endsWith(".bpmn") || name.endsWith(".dmn")
                ? of(XmlFile.read(content))
                : new String(content, StandardCharsets.UTF_8);
    }

    /**
     * Id → what the element of a diagram means by itself, without the elements in it that have an id of their own.
     *
     * @throws IllegalArgumentException if the diagram cannot be read
     */
    public static Map<String, String> elements(String name, byte[] content) {
        Map<String, String> elements = new TreeMap<>();
        try {
            collect(XmlFile.read(content), elements);
        } catch (UnreadableFileException e) {
            throw new IllegalArgumentException(name + " は読めないファイルです。", e);
        }
        return elements;
    }

    private static void collect(XmlElement element, Map<String, String> elements) {
        if (element.attributes().containsKey("id")) {
            elements.put(element.id(), own(element));
        }
        children(element).forEach(child -> collect(child, elements));
    }

    /** A step is no other step because another flow leads to it. */
    private static String own(XmlElement element) {
        return text(
                element,
                children(element).stream()
                        .filter(child -> !child.attributes().containsKey("id")
                                && !child.name().matches("incoming|outgoing"))
                        .map(Meaning::own)
                        .toList());
    }

    private static String of(XmlElement element) {
        return text(element, children(element).stream().map(Meaning::of).toList());
    }

    private static String text(XmlElement element, List<String> children) {
        String written = element.attributes().entrySet().stream()
                .filter(one -> !Unsaid.isOfTools(one.getKey()) && !Unsaid.isUsual(one.getKey(), one.getValue()))
                .sorted(Map.Entry.comparingByKey())
                .map(one -> " " + one.getKey() + "=" + one.getValue())
                .collect(Collectors.joining());
        return "<{" + element.namespace() + "}" + element.name() + written + ">" + element.text()
                + String.join("", children) + "</>";
    }

    private static List<XmlElement> children(XmlElement element) {
        return element.children().stream()
                .filter(child -> !DRAWN.contains(child.name()))
                .toList();
    }

    /** The order of a list counts, that of the names in an object does not. */
    private static String of(JsonNode node) {
        if (node.isArray()) {
            return StreamSupport.stream(node.spliterator(), false)
                    .map(Meaning::of)
                    .collect(Collectors.joining(",", "[", "]"));
        }
        if (!node.isObject()) {
            return node.toString();
        }
        return node.properties().stream()
                .filter(one -> !Unsaid.isOfTools(one.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .map(one -> one.getKey() + ":" + of(one.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
    }
}
