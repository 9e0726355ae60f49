package jp.tsunagu.procedure;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/**
 * Records which sequence flows are taken, and says which flows and nodes of a diagram never were. The engine replaces a
 * throwing link event by its target; such a node counts as visited when the flow into it was taken.
 */
final class TakenFlows extends AbstractBpmnParseListener {

    private final Set<String> taken = new HashSet<>();

    @Override
    public void parseSequenceFlow(Element element, ScopeImpl scope, TransitionImpl transition) {
        ExecutionListener recorder = execution -> taken.add(transition.getId());
        transition.addListener(ExecutionListener.EVENTNAME_TAKE, recorder);
    }

    /** The ids of all flows and nodes of the diagram that no test came by. */
    Set<String> missed(String resource) {
        return missed(resource, element -> true);
    }

    /** The ids of those flows and nodes of the diagram that no test came by. */
    Set<String> missed(String resource, Predicate<FlowElement> which) {
        BpmnModelInstance model =
                Bpmn.readModelFromStream(TakenFlows.class.getClassLoader().getResourceAsStream(resource));
        Stream<FlowElement> flows = model.getModelElementsByType(SequenceFlow.class).stream()
                .filter(flow -> !isTaken(flow))
                .map(FlowElement.class::cast);
        Stream<FlowElement> nodes = model.getModelElementsByType(FlowNode.class).stream()
                .filter(node -> !isVisited(node))
                .map(FlowElement.class::cast);
        return Stream.concat(flows, nodes)
                .filter(which)
                .map(FlowElement::getId)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether it waits inside a part of the diagram that an event starts at any time. */
    static boolean atAnyTime(FlowElement element) {
        return isStartedByEvent(element) || isStartedByEvent(element.getParentElement());
    }

    private static boolean isStartedByEvent(ModelElementInstance element) {
        return element instanceof SubProcess part && part.triggeredByEvent();
    }

    /** No flow leads into a part that an event starts: it was visited when something inside was. */
    private boolean isVisited(FlowNode node) {
        return Stream.of(node.getIncoming(), node.getOutgoing(), node.getChildElementsByType(SequenceFlow.class))
                .flatMap(Collection::stream)
                .anyMatch(this::isTaken);
    }

    /** Out of an event-based gateway no flow is taken: the event that comes first goes on by itself. */
    private boolean isTaken(SequenceFlow flow) {
        return taken.contains(flow.getId())
                || (flow.getSource() instanceof EventBasedGateway
                        && flow.getTarget().getOutgoing().stream().anyMatch(next -> taken.contains(next.getId())));
    }
}
