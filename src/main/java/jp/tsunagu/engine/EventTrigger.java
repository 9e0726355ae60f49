package jp.tsunagu.engine;

import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.SignalEventDefinition;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** What an element of a diagram waits for. */
final class EventTrigger {

    private EventTrigger() {}

    /** Equal for two elements that wait for the same; of a timer only whether it repeats itself, as its day is kept. Empty if nothing. */
    static String of(ModelElementInstance element) {
        if (element instanceof ReceiveTask task) {
            return task.getMessage() == null
                    ? ""
                    : "message " + task.getMessage().getName();
        }
        return element instanceof CatchEvent event
                ? event.getEventDefinitions().stream().map(EventTrigger::of).collect(Collectors.joining())
                : "";
    }

    private static String of(EventDefinition definition) {
        if (definition instanceof MessageEventDefinition message) {
            return "message " + message.getMessage().getName();
        }
        if (definition instanceof SignalEventDefinition signal) {
            return "signal " + signal.getSignal().getName();
        }
        if (definition instanceof TimerEventDefinition timer) {
            return "timer "
                    + (timer.getTimeCycle() == null ? "" : timer.getTimeCycle().getTextContent());
        }
        return "";
    }
}
