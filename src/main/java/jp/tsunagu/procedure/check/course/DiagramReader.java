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
import jp.tsunagu.procedure.file.XmlElement;

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
    private final Map<String, XmlElement> definitions = new HashMap<>();
    private final List<Node> nodes = new ArrayList<>();
    private final Map<String, Node> byId = new LinkedHashMap<>();
    private final List<Flow> flows = new ArrayList<>();
    private final Map<String, Node> links = new HashMap<>();
    private final List<String> strange = new ArrayList<>();

    private DiagramReader(String file, Map<String, Set<String>> forms) {
        this.file = file;
        this.forms = forms;
    }

    static List<Diagram> read(String file, XmlElement root, Map<String, Set<String>> forms) {
        List<Diagram> diagrams = new ArrayList<>();
        for (XmlElement process : root.children("process").toList()) {
            if (process.attribute("isExecutable").equals("true")) {
                DiagramReader reader = new DiagramReader(file, forms);
                root.children().forEach(element -> reader.definitions.put(element.id(), element));
                diagrams.add(reader.diagram(process));
            }
        }
        return diagrams;
    }

    private Diagram diagram(XmlElement process) {
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
        return new Diagram(file, process.id(), nodes, flows, links, strange, forms);
    }

    private void nodes(XmlElement scope, Node around) {
        for (XmlElement element : scope.children()) {
            String tag = element.name();
            if (BESIDE.contains(tag)) {
                continue;
            }
            Map<String, String> attributes = Xml.attributes(element);
            EventRead event = new EventReader(definitions).read(element, attributes);
            Kind kind = Kinds.of(tag, attributes);
            if (kind == null || event.event() == null) {
                strange.add(element.id());
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

    private static void extensions(XmlElement element, Node node) {
        for (XmlElement extension : element.children("extensionElements").toList()) {
            for (XmlElement inner : extension.children()) {
                if (inner.name().equals("executionListener")) {
                    Assignments.in(inner.attribute("expression"))
                            .ifPresent(inner.attribute("event").equals("end") ? node.atEnd::add : node.atStart::add);
                }
                if (inner.name().equals("out") && !inner.attribute("source").isEmpty()) {
                    node.out.add(new Node.Mapping(inner.attribute("source"), inner.attribute("target")));
                }
            }
        }
        Assignments.in(node.attribute("expression")).ifPresent(node.atEnd::add);
    }

    private void flows(XmlElement scope) {
        for (XmlElement element : scope.children()) {
            if (element.name().equals("sequenceFlow")) {
                flow(element);
            } else if (element.name().equals("subProcess") || element.name().equals("transaction")) {
                flows(element);
            }
        }
    }

    private void flow(XmlElement element) {
        Node source = byId.get(element.attribute("sourceRef"));
        Node target = byId.get(element.attribute("targetRef"));
        if (source == null || target == null) {
            return;
        }
        List<XmlElement> written = element.children("conditionExpression").toList();
        Condition condition =
                written.isEmpty() ? null : Condition.of(written.get(0).text());
        List<Assignment> onTake = new ArrayList<>();
        for (XmlElement extension : element.children("extensionElements").toList()) {
            for (XmlElement listener : extension.children("executionListener").toList()) {
                Assignments.in(listener.attribute("expression")).ifPresent(onTake::add);
            }
        }
        Flow flow = new Flow(flows.size(), element.id(), source, target, condition, onTake);
        flows.add(flow);
        source.outgoing.add(flow);
        target.incoming.add(flow);
    }
}
