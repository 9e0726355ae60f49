package jp.tsunagu.procedure.check.course;

import java.util.Map;
import jp.tsunagu.procedure.check.course.Node.Event;
import jp.tsunagu.procedure.check.course.Node.EventRead;
import jp.tsunagu.procedure.file.XmlElement;

/** Reads what an event waits for or tells. */
final class EventReader {

    private final Map<String, XmlElement> definitions;

    EventReader(Map<String, XmlElement> definitions) {
        this.definitions = definitions;
    }

    /** An event of a kind that is not understood has null for its kind. */
    EventRead read(XmlElement element, Map<String, String> attributes) {
        if (element.name().equals("receiveTask")) {
            return new EventRead(Event.MESSAGE, named(element, "messageRef", "name"), null);
        }
        for (XmlElement inner : element.children()) {
            if (inner.name().endsWith("EventDefinition")) {
                return definition(inner, attributes);
            }
        }
        return new EventRead(Event.NONE, "", null);
    }

    private EventRead definition(XmlElement definition, Map<String, String> attributes) {
        return switch (definition.name()) {
            case "messageEventDefinition" ->
                new EventRead(Event.MESSAGE, named(definition, "messageRef", "name"), null);
            case "signalEventDefinition" -> new EventRead(Event.SIGNAL, named(definition, "signalRef", "name"), null);
            case "errorEventDefinition" -> new EventRead(Event.ERROR, named(definition, "errorRef", "errorCode"), null);
            case "escalationEventDefinition" ->
                new EventRead(Event.ESCALATION, named(definition, "escalationRef", "escalationCode"), null);
            case "linkEventDefinition" -> new EventRead(Event.LINK, definition.attribute("name"), null);
            case "terminateEventDefinition" -> new EventRead(Event.TERMINATE, "", null);
            case "conditionalEventDefinition" -> new EventRead(Event.CONDITION, "", condition(definition));
            case "timerEventDefinition" -> {
                definition.children().forEach(time -> attributes.put("timer", time.text()));
                yield new EventRead(Event.TIMER, "", null);
            }
            default -> new EventRead(null, "", null);
        };
    }

    private static Condition condition(XmlElement definition) {
        return definition
                .children("condition")
                .findFirst()
                .map(condition -> Condition.of(condition.text()))
                .orElseGet(Condition.Open::new);
    }

    private String named(XmlElement element, String reference, String name) {
        XmlElement named = definitions.get(element.attribute(reference));
        return named == null ? "" : named.attribute(name);
    }
}
