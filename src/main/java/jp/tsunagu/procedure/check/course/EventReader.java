package jp.tsunagu.procedure.check.course;

import java.util.Map;
import jp.tsunagu.procedure.check.course.Node.Event;
import jp.tsunagu.procedure.check.course.Node.EventRead;
import org.w3c.dom.Element;

/** Reads what an event waits for or tells. */
final class EventReader {

    private final Map<String, Element> definitions;

    EventReader(Map<String, Element> definitions) {
        this.definitions = definitions;
    }

    /** An event of a kind that is not understood has null for its kind. */
    EventRead read(Element element, Map<String, String> attributes) {
        if (element.getLocalName().equals("receiveTask")) {
            return new EventRead(Event.MESSAGE, named(element, "messageRef", "name"), null);
        }
        for (Element inner : Xml.children(element, null)) {
            if (inner.getLocalName().endsWith("EventDefinition")) {
                return definition(inner, attributes);
            }
        }
        return new EventRead(Event.NONE, "", null);
    }

    private EventRead definition(Element definition, Map<String, String> attributes) {
        return switch (definition.getLocalName()) {
            case "messageEventDefinition" ->
                new EventRead(Event.MESSAGE, named(definition, "messageRef", "name"), null);
            case "signalEventDefinition" -> new EventRead(Event.SIGNAL, named(definition, "signalRef", "name"), null);
            case "errorEventDefinition" -> new EventRead(Event.ERROR, named(definition, "errorRef", "errorCode"), null);
            case "escalationEventDefinition" ->
                new EventRead(Event.ESCALATION, named(definition, "escalationRef", "escalationCode"), null);
            case "linkEventDefinition" -> new EventRead(Event.LINK, definition.getAttribute("name"), null);
            case "terminateEventDefinition" -> new EventRead(Event.TERMINATE, "", null);
            case "conditionalEventDefinition" -> new EventRead(Event.CONDITION, "", condition(definition));
            case "timerEventDefinition" -> {
                Xml.children(definition, null)
                        .forEach(time ->
                                attributes.put("timer", time.getTextContent().strip()));
                yield new EventRead(Event.TIMER, "", null);
            }
            default -> new EventRead(null, "", null);
        };
    }

    private static Condition condition(Element definition) {
        return Xml.children(definition, "condition").stream()
                .findFirst()
                .map(condition -> Condition.of(condition.getTextContent()))
                .orElseGet(Condition.Open::new);
    }

    private String named(Element element, String reference, String name) {
        Element named = definitions.get(element.getAttribute(reference));
        return named == null ? "" : named.getAttribute(name);
    }
}
