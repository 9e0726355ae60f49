package jp.tsunagu.procedure.check.course;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.tsunagu.procedure.check.course.Node.Assignment;
import jp.tsunagu.procedure.check.course.Node.Event;
import jp.tsunagu.procedure.check.course.Node.EventRead;
import jp.tsunagu.procedure.check.course.Node.Kind;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Reads the executable procedures of one file. It bears a half-drawn diagram: what leads nowhere is left out. */
final class DiagramReader {

    /** Drawn beside the way of a case. */
    private static final Set<String> BESIDE = Set.of(
            "sequenceFlow",
            "incoming",
            "outgoing",
            "documentation",
            "extensionElements",
            "laneSet",
            "ioSpecification",
            "property",
            "dataObject",
            "dataObjectReference",
            "dataStoreReference",
            "textAnnotation",
            "association",
            "group",
            "multiInstanceLoopCharacteristics",
            "potentialOwner",
            "humanPerformer",
            "auditing",
            "monitoring");

    private final String file;
    private final Map<String, Set<String>> forms;
    private final Map<String, Element> definitions = new HashMap<>();
    private final List<Node> nodes = new ArrayList<>();
    private final Map<String, Node> byId = new LinkedHashMap<>();
    private final List<Flow> flows = new ArrayList<>();
    private final Map<String, Node> links = new HashMap<>();
    private final List<String> strange = new ArrayList<>();

    private DiagramReader(String file, Map<String, Set<String>> forms) {
        this.file = file;
        this.forms = forms;
    }

    static List<Diagram> read(String file, Document xml, Map<String, Set<String>> forms) {
        List<Diagram> diagrams = new ArrayList<>();
        for (Element process : Xml.children(xml.getDocumentElement(), "process")) {
            if (process.getAttribute("isExecutable").equals("true")) {
                DiagramReader reader = new DiagramReader(file, forms);
                Xml.children(xml.getDocumentElement(), null)
                        .forEach(element -> reader.definitions.put(element.getAttribute("id"), element));
                diagrams.add(reader.diagram(process));
            }
        }
        return diagrams;
    }

    private Diagram diagram(Element process) {
        nodes(process, null);
        flows(process);
        for (Node node : nodes) {
            Node host = byId.get(node.attribute("attachedToRef"));
            if (node.kind == Kind.BOUNDARY && host != null) {
                host.boundaries.add(node);
            }
            if (node.kind == Kind.CATCH && node.event == Event.LINK) {
                links.put(node.eventName, node);
            }
            node.byDefault = node.outgoing.stream()
                    .filter(flow -> flow.id().equals(node.attribute("default")))
                    .findFirst()
                    .orElse(null);
        }
        return new Diagram(file, process.getAttribute("id"), nodes, flows, links, strange, forms);
    }

    private void nodes(Element scope, Node around) {
        for (Element element : Xml.children(scope, null)) {
            String tag = element.getLocalName();
            if (BESIDE.contains(tag)) {
                continue;
            }
            Map<String, String> attributes = Xml.attributes(element);
            EventRead event = new EventReader(definitions).read(element, attributes);
            Kind kind = Kinds.of(tag, attributes);
            if (kind == null || event.event() == null) {
                strange.add(element.getAttribute("id"));
            }
            if (kind != null) {
                EventRead known = event.event() == null ? new EventRead(Event.NONE, "", null) : event;
                Node node = new Node(nodes.size(), around, tag, kind, known, attributes);
                extensions(element, node);
                nodes.add(node);
                byId.put(node.id, node);
                if (around != null) {
                    around.inside.add(node);
                }
                if (kind == Kind.PART || kind == Kind.EVENT_PART) {
                    nodes(element, node);
                }
            }
        }
    }

    private static void extensions(Element element, Node node) {
        for (Element extension : Xml.children(element, "extensionElements")) {
            for (Element inner : Xml.children(extension, null)) {
                if (inner.getLocalName().equals("executionListener")) {
                    Assignments.in(inner.getAttribute("expression"))
                            .ifPresent(inner.getAttribute("event").equals("end") ? node.atEnd::add : node.atStart::add);
                }
                if (inner.getLocalName().equals("out")
                        && !inner.getAttribute("source").isEmpty()) {
                    node.out.add(new Node.Mapping(inner.getAttribute("source"), inner.getAttribute("target")));
                }
            }
        }
        Assignments.in(node.attribute("expression")).ifPresent(node.atEnd::add);
    }

    private void flows(Element scope) {
        for (Element element : Xml.children(scope, null)) {
            if (element.getLocalName().equals("sequenceFlow")) {
                flow(element);
            } else if (element.getLocalName().equals("subProcess")
                    || element.getLocalName().equals("transaction")) {
                flows(element);
            }
        }
    }

    private void flow(Element element) {
        Node source = byId.get(element.getAttribute("sourceRef"));
        Node target = byId.get(element.getAttribute("targetRef"));
        if (source == null || target == null) {
            return;
        }
        List<Element> written = Xml.children(element, "conditionExpression");
        Condition condition =
                written.isEmpty() ? null : Condition.of(written.get(0).getTextContent());
        List<Assignment> onTake = new ArrayList<>();
        for (Element extension : Xml.children(element, "extensionElements")) {
            for (Element listener : Xml.children(extension, "executionListener")) {
                Assignments.in(listener.getAttribute("expression")).ifPresent(onTake::add);
            }
        }
        Flow flow = new Flow(flows.size(), element.getAttribute("id"), source, target, condition, onTake);
        flows.add(flow);
        source.outgoing.add(flow);
        target.incoming.add(flow);
    }
}
