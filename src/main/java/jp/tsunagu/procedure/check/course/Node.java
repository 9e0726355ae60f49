package jp.tsunagu.procedure.check.course;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A step, event, gateway or part of a diagram, with what is around it. */
public final class Node {

    /** What a case does there. */
    public enum Kind {
        START,
        END,
        CATCH,
        THROW,
        BOUNDARY,
        /** Waits for somebody or something. */
        WAIT,
        /** Passes by itself. */
        PASS,
        CALL,
        PART,
        /** A part that an event begins. */
        EVENT_PART,
        ONE_WAY,
        SOME_WAYS,
        ALL_WAYS,
        EVENT_GATE
    }

    /** What kind of event it is; NONE also for what is no event. */
    public enum Event {
        NONE,
        MESSAGE,
        TIMER,
        LINK,
        CONDITION,
        SIGNAL,
        ERROR,
        ESCALATION,
        TERMINATE
    }

    /**
     * A value that a listener gives to a variable.
     *
     * @param value null if it is not a plain value
     */
    record Assignment(String variable, String value) {}

    /** A value handed to or back from a called diagram. */
    record Mapping(String source, String target) {}

    final int index;
    final Node scope;
    final String id;
    final String tag;
    final Kind kind;
    final Event event;

    /** Name of the message, link or signal; code of the error or escalation. */
    final String eventName;

    final Condition condition;
    final Map<String, String> attributes;
    final List<Assignment> atStart = new ArrayList<>();
    final List<Assignment> atEnd = new ArrayList<>();
    final List<Mapping> out = new ArrayList<>();
    final List<Flow> incoming = new ArrayList<>();
    final List<Flow> outgoing = new ArrayList<>();
    final List<Node> boundaries = new ArrayList<>();

    /** Directly inside it, if it is a part. */
    final List<Node> inside = new ArrayList<>();

    Flow byDefault;

    Node(int index, Node scope, String tag, Kind kind, EventRead read, Map<String, String> attributes) {
        this.index = index;
        this.scope = scope;
        this.id = attributes.getOrDefault("id", "");
        this.tag = tag;
        this.kind = kind;
        this.event = read.event();
        this.eventName = read.name();
        this.condition = read.condition();
        this.attributes = attributes;
    }

    /** What an event definition says. */
    record EventRead(Event event, String name, Condition condition) {}

    public String id() {
        return id;
    }

    public Kind kind() {
        return kind;
    }

    public Event event() {
        return event;
    }

    public String eventName() {
        return eventName;
    }

    /** BPMN's word for it: {@code userTask}, {@code boundaryEvent}… */
    public String tag() {
        return tag;
    }

    /** An attribute by its name without prefix; empty if it is not there. The expression of a timer is {@code timer}. */
    public String attribute(String name) {
        return attributes.getOrDefault(name, "");
    }

    /** Its name for people, or its id. */
    public String label() {
        String name = attribute("name").replaceAll("\\s+", "");
        return name.isEmpty() ? id : name;
    }

    boolean interrupts() {
        return kind == Kind.BOUNDARY
                ? !attribute("cancelActivity").equals("false")
                : !attribute("isInterrupting").equals("false");
    }

    boolean joins() {
        return (kind == Kind.ALL_WAYS || kind == Kind.SOME_WAYS) && incoming.size() > 1;
    }

    boolean forks() {
        boolean several = outgoing.size() > 1;
        return several && kind != Kind.ONE_WAY && kind != Kind.EVENT_GATE;
    }

    /** The start event by which it begins, if it is a part; null if it has none. */
    Node start() {
        return inside.stream()
                .filter(node -> node.kind == Kind.START)
                .findFirst()
                .orElse(null);
    }

    boolean isInside(Node part) {
        for (Node around = scope; around != null; around = around.scope) {
            if (around == part) {
                return true;
            }
        }
        return part == null;
    }

    @Override
    public String toString() {
        return id;
    }
}
