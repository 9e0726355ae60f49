package jp.tsunagu.procedure;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import jp.tsunagu.procedure.file.SafeXml;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * What a file means, without how it is drawn and written down: two files with the same plain text differ in layout, order of
 * attributes or blanks only. Of a text every character counts.
 */
public final class PlainText {

    /** Shapes, and what an editor says about itself. */
    private static final Set<String> DRAWN = Set.of("BPMNDiagram", "DMNDI");

    private static final Set<String> OF_THE_EDITOR =
            Set.of("exporter", "exporterVersion", "executionPlatform", "executionPlatformVersion");

    private static final ObjectMapper JSON = new ObjectMapper();

    private PlainText() {}

    /** @throws IllegalArgumentException if the file cannot be read */
    public static String of(String name, byte[] content) {
        if (ProcedureText.isOne(name)) {
            return new String(content, StandardCharsets.UTF_8);
        }
        try {
            if (name.endsWith(".form")) {
                return JSON.readTree(content).toString();
            }
            return of(SafeXml.read(content).getDocumentElement());
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalArgumentException(name + " は読めないファイルです。", e);
        }
    }

    /** Id → what the element of a diagram means by itself, without the elements in it that have an id of their own. */
    public static Map<String, String> elements(String name, byte[] content) {
        Map<String, String> elements = new TreeMap<>();
        try {
            collect(SafeXml.read(content).getDocumentElement(), elements);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name + " は読めないファイルです。", e);
        }
        return elements;
    }

    private static void collect(Element element, Map<String, String> elements) {
        if (DRAWN.contains(element.getLocalName())) {
            return;
        }
        if (element.hasAttribute("id")) {
            elements.put(element.getAttribute("id"), own(element));
        }
        children(element).forEach(child -> collect(child, elements));
    }

    /** A step is no other step because another flow leads to it. */
    private static String own(Element element) {
        return text(
                element,
                children(element).stream()
                        .filter(child -> !child.hasAttribute("id")
                                && !child.getLocalName().matches("incoming|outgoing"))
                        .map(PlainText::own)
                        .toList());
    }

    private static String of(Element element) {
        return text(element, children(element).stream().map(PlainText::of).toList());
    }

    private static String text(Element element, List<String> children) {
        NamedNodeMap attributes = element.getAttributes();
        String written = IntStream.range(0, attributes.getLength())
                .mapToObj(i -> (Attr) attributes.item(i))
                .filter(one -> !XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(one.getNamespaceURI()))
                .filter(one -> !OF_THE_EDITOR.contains(one.getLocalName()))
                .map(one -> " {" + one.getNamespaceURI() + "}" + one.getLocalName() + "=" + one.getValue())
                .sorted()
                .collect(Collectors.joining());
        String inside = children.isEmpty() ? element.getTextContent().strip() : String.join("", children);
        return "<{" + element.getNamespaceURI() + "}" + element.getLocalName() + written + ">"
                + (children(element).isEmpty() || !children.isEmpty() ? inside : "") + "</>";
    }

    private static List<Element> children(Element element) {
        NodeList nodes = element.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(node -> node.getNodeType() == Node.ELEMENT_NODE)
                .map(Element.class::cast)
                .filter(child -> !DRAWN.contains(child.getLocalName()))
                .toList();
    }
}
