package jp.tsunagu.walk;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** A fault planted in a diagram: parts taken out, a flow that leads elsewhere, a condition that says something else. */
final class Plant implements UnaryOperator<byte[]> {

    private static final Set<String> REFERENCES = Set.of("incoming", "outgoing", "flowNodeRef");

    private interface Change {

        void in(Document diagram);
    }

    private final List<Change> changes = new ArrayList<>();

    /** Without these elements, all that is in them, and every flow from or to them. */
    Plant without(String... ids) {
        changes.add(diagram -> remove(diagram, new HashSet<>(Set.of(ids))));
        return this;
    }

    Plant leading(String flow, String target) {
        changes.add(diagram -> {
            Element element = element(diagram, flow);
            String before = element.getAttribute("targetRef");
            element.setAttribute("targetRef", target);
            each(element(diagram, before), "incoming", node -> {
                if (node.getTextContent().equals(flow)) {
                    node.getParentNode().removeChild(node);
                }
            });
            Element incoming = diagram.createElementNS(element.getNamespaceURI(), element.getPrefix() + ":incoming");
            incoming.setTextContent(flow);
            Element to = element(diagram, target);
            to.insertBefore(incoming, firstReference(to));
        });
        return this;
    }

    Plant saying(String flow, String condition) {
        changes.add(
                diagram -> each(element(diagram, flow), "conditionExpression", node -> node.setTextContent(condition)));
        return this;
    }

    @Override
    public byte[] apply(byte[] file) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            Document diagram = factory.newDocumentBuilder().parse(new ByteArrayInputStream(file));
            changes.forEach(change -> change.in(diagram));
            ByteArrayOutputStream changed = new ByteArrayOutputStream();
            TransformerFactory.newInstance()
                    .newTransformer()
                    .transform(new DOMSource(diagram), new StreamResult(changed));
            return changed.toByteArray();
        } catch (Exception e) {
            // three libraries' checked exceptions; none of them is expected of our own diagrams
            throw new IllegalStateException(e);
        }
    }

    private static Node firstReference(Element node) {
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element && REFERENCES.contains(child.getLocalName())) {
                return child;
            }
        }
        return null;
    }

    private static void remove(Document diagram, Set<String> gone) {
        List<Element> all = elements(diagram);
        for (Element element : all) {
            boolean flowOfIt = gone.contains(element.getAttribute("sourceRef"))
                    || gone.contains(element.getAttribute("targetRef"));
            if (flowOfIt || gone.contains(element.getAttribute("id"))) {
                gone.add(element.getAttribute("id"));
                elements(element).forEach(inside -> gone.add(inside.getAttribute("id")));
                gone.remove("");
            }
        }
        for (Element element : all) {
            boolean refers = REFERENCES.contains(element.getLocalName()) && gone.contains(element.getTextContent());
            if (refers
                    || gone.contains(element.getAttribute("id"))
                    || gone.contains(element.getAttribute("bpmnElement"))) {
                element.getParentNode().removeChild(element);
            }
        }
    }

    private static Element element(Document diagram, String id) {
        return elements(diagram).stream()
                .filter(element -> element.getAttribute("id").equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("not in the diagram: " + id));
    }

    private static void each(Element in, String name, java.util.function.Consumer<Element> act) {
        elements(in).stream()
                .filter(element -> name.equals(element.getLocalName()))
                .forEach(act);
    }

    private static List<Element> elements(Node in) {
        NodeList nodes = in instanceof Document document
                ? document.getElementsByTagNameNS("*", "*")
                : ((Element) in).getElementsByTagNameNS("*", "*");
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }
}
