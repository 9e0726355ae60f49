package jp.tsunagu.procedure.publish;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.LinkEventDefinition;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.ThrowEvent;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** Which elements of a process can be reached from where, whatever is decided on the way. */
final class DiagramWays {

    private final Map<String, Set<String>> next = new HashMap<>();
    private final Set<String> atAnyTime = new HashSet<>();

    /** @param elements the flow nodes of the process, those in sub-processes too */
    DiagramWays(Collection<FlowNode> elements) {
        for (FlowNode node : elements) {
            next.computeIfAbsent(node.getId(), first -> new HashSet<>());
            for (SequenceFlow flow : node.getOutgoing()) {
                way(node.getId(), flow.getTarget().getId());
            }
            if (node instanceof BoundaryEvent event) {
                way(event.getAttachedTo().getId(), event.getId());
            }
            if (node.getParentElement() instanceof SubProcess around) {
                way(node.getId(), around.getId());
                if (node instanceof StartEvent) {
                    way(around.getId(), node.getId());
                }
            }
            if (node instanceof SubProcess inside && inside.triggeredByEvent()) {
                atAnyTime.add(inside.getId());
            }
        }
        elements.stream()
                .filter(ThrowEvent.class::isInstance)
                .forEach(from -> elements.stream()
                        .filter(to -> to instanceof CatchEvent
                                && !link(from).isEmpty()
                                && link(from).equals(link(to)))
                        .forEach(to -> way(from.getId(), to.getId())));
    }

    boolean has(String node) {
        return next.containsKey(node);
    }

    /** Where somebody who stands there may yet come, the places themselves included. */
    Set<String> ahead(Collection<String> places) {
        Set<String> reached = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(places);
        open.addAll(atAnyTime);
        while (!open.isEmpty()) {
            String node = open.pop();
            if (reached.add(node)) {
                open.addAll(next.getOrDefault(node, Set.of()));
            }
        }
        return reached;
    }

    private void way(String from, String to) {
        next.computeIfAbsent(from, first -> new HashSet<>()).add(to);
    }

    private static String link(FlowNode event) {
        return event.getChildElementsByType(LinkEventDefinition.class).stream()
                .map(LinkEventDefinition::getName)
                .findFirst()
                .orElse("");
    }

    /** The flow node that an element belongs to, or that it leads from; null if none. */
    static String nodeOf(ModelElementInstance element) {
        ModelElementInstance around = element;
        while (around != null) {
            if (around instanceof SequenceFlow flow) {
                return flow.getSource().getId();
            }
            if (around instanceof FlowNode node) {
                return node.getId();
            }
            around = around.getParentElement();
        }
        return null;
    }
}
