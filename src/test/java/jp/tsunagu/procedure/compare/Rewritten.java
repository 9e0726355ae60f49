package jp.tsunagu.procedure.compare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** The same file, written by a tool with other habits: prefixes, orders of attributes, blanks, coordinates. */
final class Rewritten {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> UNORDERED = Set.of("process", "subProcess", "laneSet", "lane", "collaboration");

    private final Random random;
    private final boolean reordered;
    private final Map<String, String> prefixes = new HashMap<>();
    private final StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");

    private Rewritten(Random random, boolean reordered) {
        this.random = random;
        this.reordered = reordered;
    }

    static Document document(byte[] content) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(content));
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    static JsonNode json(byte[] content) {
        try {
            return JSON.readTree(content);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param reordered whether the elements of a diagram stand in another order, too */
    static byte[] xml(Document document, Random random, boolean reordered) {
        Rewritten rewritten = new Rewritten(random, reordered);
        rewritten.element(document.getDocumentElement(), true);
        return rewritten.out.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** @param reordered whether the fields stand in other rows, too */
    static byte[] form(JsonNode form, Random random, boolean reordered) {
        JsonNode shuffled = shuffled(form, random, reordered);
        return (random.nextBoolean() ? shuffled.toPrettyString() : shuffled.toString())
                .getBytes(StandardCharsets.UTF_8);
    }

    private static JsonNode shuffled(JsonNode node, Random random, boolean reordered) {
        if (node.isArray()) {
            ArrayNode array = JSON.createArrayNode();
            node.forEach(member -> array.add(shuffled(member, random, reordered)));
            return array;
        }
        if (!node.isObject()) {
            return node;
        }
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        Collections.shuffle(names, random);
        ObjectNode object = JSON.createObjectNode();
        names.forEach(name -> object.set(
                name,
                reordered && name.equals("layout")
                        ? JSON.createObjectNode().put("row", "Row_" + random.nextInt())
                        : shuffled(node.get(name), random, reordered)));
        return object;
    }

    private void element(Element element, boolean root) {
        String name = prefix(element.getNamespaceURI()) + ":" + element.getLocalName();
        out.append('<').append(name);
        List<String> attributes = new ArrayList<>();
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            attribute(element.getAttributes().item(i), attributes);
        }
        int names = out.length();
        Collections.shuffle(attributes, random);
        attributes.forEach(
                attribute -> out.append(random.nextInt(5) == 0 ? "\n  " : " ").append(attribute));
        out.append('>');
        children(element);
        out.append("</").append(name).append('>');
        if (root) {
            StringBuilder namespaces = new StringBuilder();
            prefixes.forEach((uri, prefix) -> namespaces
                    .append(" xmlns:")
                    .append(prefix)
                    .append("=\"")
                    .append(uri)
                    .append('"'));
            out.insert(names, namespaces);
        }
    }

    private void attribute(Node attribute, List<String> attributes) {
        if ("http://www.w3.org/2000/xmlns/".equals(attribute.getNamespaceURI())) {
            return;
        }
        String prefix = attribute.getNamespaceURI() == null ? "" : prefix(attribute.getNamespaceURI()) + ":";
        String name = attribute.getLocalName() == null ? attribute.getNodeName() : attribute.getLocalName();
        String value = attribute.getNodeValue();
        if (Set.of("x", "y", "width", "height").contains(name)) {
            value = String.valueOf(random.nextInt(2_000));
        } else if (name.equals("type") && !prefix.isEmpty()) {
            value = prefix("http://www.omg.org/spec/BPMN/20100524/MODEL") + ":tFormalExpression";
        }
        attributes.add(prefix + name + "=\"" + escaped(value) + '"');
    }

    private void children(Element element) {
        List<Node> children = new ArrayList<>();
        boolean mixed = false;
        for (int i = 0; i < element.getChildNodes().getLength(); i++) {
            Node child = element.getChildNodes().item(i);
            boolean blank = child.getNodeType() == Node.TEXT_NODE
                    && child.getTextContent().isBlank();
            mixed |= child.getNodeType() == Node.TEXT_NODE && !blank;
            if (!blank && child.getNodeType() != Node.COMMENT_NODE) {
                children.add(child);
            }
        }
        if (reordered && UNORDERED.contains(element.getLocalName())) {
            Collections.shuffle(children, random);
        }
        for (Node child : children) {
            if (!mixed) {
                out.append(" ".repeat(random.nextInt(3))).append(random.nextInt(9) == 0 ? "<!-- 見直し -->" : "\n");
            }
            if (child instanceof Element inner) {
                element(inner, false);
            } else {
                out.append(escaped(child.getTextContent()));
            }
        }
    }

    private String prefix(String namespace) {
        return prefixes.computeIfAbsent(namespace, first -> "p" + prefixes.size() + (char) ('a' + random.nextInt(26)));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace("\"", "&quot;")
                .replace("\n", "&#10;");
    }
}
