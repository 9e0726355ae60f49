package jp.tsunagu.procedure;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.IntermediateThrowEvent;
import org.camunda.bpm.model.bpmn.instance.LinkEventDefinition;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;

/** Where one can get to in a diagram, whatever is answered on the way. */
final class DiagramPaths {

    private final BpmnModelInstance diagram;

    DiagramPaths(BpmnModelInstance diagram) {
        this.diagram = diagram;
    }

    static DiagramPaths of(String resource) {
        return new DiagramPaths(
                Bpmn.readModelFromStream(DiagramPaths.class.getClassLoader().getResourceAsStream(resource)));
    }

    /** The ends that can be reached from the start although nobody ever finishes these steps. */
    Set<String> endsWithout(String... steps) {
        Set<FlowNode> seen = new HashSet<>(diagram.getModelElementsByType(StartEvent.class));
        Deque<FlowNode> open = new ArrayDeque<>(seen);
        Set<String> ends = new TreeSet<>();
        while (!open.isEmpty()) {
            FlowNode node = open.pop();
            if (node instanceof EndEvent) {
                ends.add(node.getId());
            }
            Stream<FlowNode> onward = Set.of(steps).contains(node.getId()) ? Stream.empty() : next(node);
            Stream.concat(onward, events(node)).filter(seen::add).forEach(open::push);
        }
        return ends;
    }

    private Stream<FlowNode> next(FlowNode node) {
        Stream<FlowNode> flows = diagram.getModelElementsByType(SequenceFlow.class).stream()
                .filter(flow -> flow.getSource().equals(node))
                .map(SequenceFlow::getTarget);
        return node instanceof IntermediateThrowEvent ? Stream.concat(flows, linked(node)) : flows;
    }

    /** What may happen while a step waits, also while one waits for ever. */
    private Stream<FlowNode> events(FlowNode node) {
        return diagram.getModelElementsByType(BoundaryEvent.class).stream()
                .filter(event -> event.getAttachedTo().equals(node))
                .map(FlowNode.class::cast);
    }

    private Stream<FlowNode> linked(FlowNode thrown) {
        return diagram.getModelElementsByType(IntermediateCatchEvent.class).stream()
                .filter(caught -> links(caught).anyMatch(links(thrown).toList()::contains))
                .map(FlowNode.class::cast);
    }

    private static Stream<String> links(FlowNode event) {
        return event.getChildElementsByType(LinkEventDefinition.class).stream().map(LinkEventDefinition::getName);
    }
}
