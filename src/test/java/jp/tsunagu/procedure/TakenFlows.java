package jp.tsunagu.procedure;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;

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
        BpmnModelInstance model =
                Bpmn.readModelFromStream(TakenFlows.class.getClassLoader().getResourceAsStream(resource));
        Set<String> missed = new TreeSet<>();
        for (SequenceFlow flow : model.getModelElementsByType(SequenceFlow.class)) {
            if (!isTaken(flow)) {
                missed.add(flow.getId());
            }
        }
        for (FlowNode node : model.getModelElementsByType(FlowNode.class)) {
            boolean visited = node.getIncoming().stream().anyMatch(this::isTaken)
                    || node.getOutgoing().stream().anyMatch(this::isTaken);
            if (!visited) {
                missed.add(node.getId());
            }
        }
        return missed;
    }

    /** Out of an event-based gateway no flow is taken: the event that comes first goes on by itself. */
    private boolean isTaken(SequenceFlow flow) {
        return taken.contains(flow.getId())
                || (flow.getSource() instanceof EventBasedGateway
                        && flow.getTarget().getOutgoing().stream().anyMatch(next -> taken.contains(next.getId())));
    }
}
