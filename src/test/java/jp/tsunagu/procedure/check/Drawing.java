package jp.tsunagu.procedure.check;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import jp.tsunagu.procedure.file.UnreadableFileException;
import jp.tsunagu.procedure.file.XmlFile;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** A diagram as somebody edits it: each method is what one does with the mouse. */
public final class Drawing {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    private final Document xml;

    public Drawing(byte[] content) {
        try {
            xml = XmlFile.document(content);
        } catch (UnreadableFileException e) {
            throw new IllegalArgumentException(e);
        }
    }

    public byte[] content() {
        try {
            StringWriter text = new StringWriter();
            TransformerFactory.newInstance().newTransformer().transform(new DOMSource(xml), new StreamResult(text));
            return text.toString().getBytes(StandardCharsets.UTF_8);
        } catch (TransformerException e) {
            throw new IllegalStateException(e);
        }
    }

    public Drawing removeFlow(String id) {
        remove(element(id));
        for (String end : List.of("incoming", "outgoing")) {
            all(end).stream()
                    .filter(reference -> reference.getTextContent().equals(id))
                    .forEach(Drawing::remove);
        }
        shapes(id);
        return this;
    }

    /** With its lines and what hangs on its border, and whatever is inside. */
    public Drawing remove(String id) {
        for (Element flow : all("sequenceFlow")) {
            if (List.of(flow.getAttribute("sourceRef"), flow.getAttribute("targetRef"))
                    .contains(id)) {
                removeFlow(flow.getAttribute("id"));
            }
        }
        for (Element border : all("boundaryEvent")) {
            if (border.getAttribute("attachedToRef").equals(id)) {
                remove(border.getAttribute("id"));
            }
        }
        for (Element message : all("messageFlow")) {
            if (List.of(message.getAttribute("sourceRef"), message.getAttribute("targetRef"))
                    .contains(id)) {
                shapes(message.getAttribute("id"));
                remove(message);
            }
        }
        Element element = element(id);
        List<Element> inside = new ArrayList<>();
        NodeList below = element.getElementsByTagName("*");
        for (int i = 0; i < below.getLength(); i++) {
            inside.add((Element) below.item(i));
        }
        inside.forEach(inner -> shapes(inner.getAttribute("id")));
        all("flowNodeRef").stream()
                .filter(reference -> reference.getTextContent().equals(id))
                .forEach(Drawing::remove);
        remove(element);
        shapes(id);
        return this;
    }

    /** The line leads elsewhere. */
    public Drawing lead(String flow, String target) {
        element(flow).setAttribute("targetRef", target);
        return this;
    }

    /** The line begins elsewhere. */
    public Drawing from(String flow, String source) {
        element(flow).setAttribute("sourceRef", source);
        return this;
    }

    public Drawing condition(String flow, String expression) {
        noCondition(flow);
        Element condition = xml.createElementNS(BPMN, "bpmn:conditionExpression");
        condition.setAttributeNS("http://www.w3.org/2001/XMLSchema-instance", "xsi:type", "bpmn:tFormalExpression");
        condition.setTextContent("${" + expression + "}");
        element(flow).appendChild(condition);
        return this;
    }

    public Drawing noCondition(String flow) {
        all("conditionExpression").stream()
                .filter(condition ->
                        ((Element) condition.getParentNode()).getAttribute("id").equals(flow))
                .forEach(Drawing::remove);
        return this;
    }

    /** The element becomes another kind of element. */
    public Drawing kind(String id, String kind) {
        Element element = element(id);
        element.removeAttribute("default");
        xml.renameNode(element, BPMN, "bpmn:" + kind);
        return this;
    }

    public Drawing set(String id, String attribute, String value) {
        Element element = element(id);
        if (attribute.startsWith("camunda:")) {
            element.setAttributeNS(CAMUNDA, attribute, value);
        } else {
            element.setAttribute(attribute, value);
        }
        return this;
    }

    public Drawing unset(String id, String attribute) {
        element(id).removeAttribute(attribute);
        return this;
    }

    /** The text of the only element of this name inside another. */
    public Drawing text(String id, String inner, String text) {
        element(id).getElementsByTagNameNS("*", inner).item(0).setTextContent(text);
        return this;
    }

    /** What is inside an element, of this name, is gone. */
    public Drawing without(String id, String inner) {
        NodeList found = element(id).getElementsByTagNameNS("*", inner);
        remove((Element) found.item(0));
        return this;
    }

    /** A new element beside another one. */
    public Drawing add(String beside, String kind, String id) {
        Element added = xml.createElementNS(BPMN, "bpmn:" + kind);
        added.setAttribute("id", id);
        added.setAttribute("name", "新しい" + id);
        Node before = all("sequenceFlow").stream()
                .filter(flow -> flow.getParentNode() == element(beside).getParentNode())
                .findFirst()
                .map(Node.class::cast)
                .orElse(null);
        element(beside).getParentNode().insertBefore(added, before);
        return this;
    }

    public Drawing flow(String id, String source, String target) {
        Element flow = xml.createElementNS(BPMN, "bpmn:sequenceFlow");
        flow.setAttribute("id", id);
        flow.setAttribute("sourceRef", source);
        flow.setAttribute("targetRef", target);
        element(source).getParentNode().appendChild(flow);
        return this;
    }

    /** A new step of people on a line, between what it joins. */
    public Drawing between(String flow, String kind, String id) {
        String target = element(flow).getAttribute("targetRef");
        add(target, kind, id);
        if (kind.equals("userTask")) {
            set(id, "camunda:candidateGroups", "consultation-supporter");
        }
        return lead(flow, id).flow(id + "_on", id, target);
    }

    /** A timer on the border of a step. */
    public Drawing timer(String step, String id, boolean interrupting) {
        add(step, "boundaryEvent", id).set(id, "attachedToRef", step);
        if (!interrupting) {
            set(id, "cancelActivity", "false");
        }
        Element definition = xml.createElementNS(BPMN, "bpmn:timerEventDefinition");
        Element date = xml.createElementNS(BPMN, "bpmn:timeDate");
        date.setTextContent("${deadlines.until(execution, '" + id + "')}");
        definition.appendChild(date);
        element(id).appendChild(definition);
        return this;
    }

    /** The elements of the procedure in another order. */
    public Drawing reorder(String process) {
        Element around = element(process);
        List<Element> children = new ArrayList<>();
        for (Node child = around.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner
                    && !List.of("documentation", "extensionElements", "laneSet").contains(inner.getLocalName())) {
                children.add(inner);
            }
        }
        children.forEach(Drawing::remove);
        for (int i = children.size() - 1; i >= 0; i--) {
            around.appendChild(children.get(i));
        }
        return this;
    }

    public List<String> ids(String kind) {
        return all(kind).stream().map(found -> found.getAttribute("id")).toList();
    }

    public String attribute(String id, String name) {
        return element(id).getAttribute(name);
    }

    private Element element(String id) {
        NodeList every = xml.getElementsByTagName("*");
        for (int i = 0; i < every.getLength(); i++) {
            if (((Element) every.item(i)).getAttribute("id").equals(id)) {
                return (Element) every.item(i);
            }
        }
        throw new IllegalArgumentException("no element " + id);
    }

    private List<Element> all(String name) {
        List<Element> found = new ArrayList<>();
        NodeList every = xml.getElementsByTagNameNS("*", name);
        for (int i = 0; i < every.getLength(); i++) {
            found.add((Element) every.item(i));
        }
        return found;
    }

    private void shapes(String id) {
        for (String kind : List.of("BPMNShape", "BPMNEdge")) {
            all(kind).stream()
                    .filter(shape -> shape.getAttribute("bpmnElement").equals(id))
                    .forEach(Drawing::remove);
        }
    }

    private static void remove(Element element) {
        element.getParentNode().removeChild(element);
    }
}
