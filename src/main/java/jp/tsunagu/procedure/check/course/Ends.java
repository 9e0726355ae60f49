package jp.tsunagu.procedure.check.course;

import jp.tsunagu.procedure.check.course.Node.Event;
import jp.tsunagu.procedure.check.course.Node.Kind;
import jp.tsunagu.procedure.check.course.Run.Token;

/** What happens when a token ends: whether its part, and at last the case, is over. */
final class Ends {

    private final Terrain terrain;

    Ends(Terrain terrain) {
        this.terrain = terrain;
    }

    void reach(Run run, Node end) {
        switch (end.event) {
            case TERMINATE -> {
                run.clear(end.scope);
                gone(run, end.scope);
            }
            case ERROR -> error(run, end);
            default -> {
                escalate(run, end);
                gone(run, end.scope);
            }
        }
    }

    /** A token of this scope is gone; if it was the last one the part is done, or the case has ended. */
    void gone(Run run, Node scope) {
        if (run.alive(scope)) {
            return;
        }
        if (scope == null) {
            run.ended = true;
            return;
        }
        Token part = run.at(scope);
        if (part != null) {
            run.resting.remove(part);
            if (scope.kind == Kind.PART) {
                terrain.effects().forget(scope, run.values);
                run.leave(scope, part.tags());
            } else {
                gone(run, scope.scope);
            }
        }
    }

    /** An error goes outwards until somebody catches it. */
    private void error(Run run, Node end) {
        Node from = end;
        for (Node scope = end.scope; ; scope = scope.scope) {
            Node part = eventPart(scope, Event.ERROR, end.eventName, from);
            if (part != null) {
                begin(run, part);
                return;
            }
            if (scope == null) {
                run.clear(null);
                run.ended = true;
                run.error = end.eventName;
                return;
            }
            Node boundary = boundary(scope, Event.ERROR, end.eventName);
            Token token = run.at(scope);
            if (boundary != null && token != null) {
                run.clear(scope);
                run.resting.remove(token);
                run.enter(boundary, token.tags());
                return;
            }
            from = scope;
        }
    }

    /** An escalation is caught by the next who wants it, and the rest goes on unless that one interrupts. */
    void escalate(Run run, Node thrown) {
        if (thrown.event != Event.ESCALATION) {
            return;
        }
        Node from = thrown;
        for (Node scope = thrown.scope; ; scope = scope.scope) {
            Node part = eventPart(scope, Event.ESCALATION, thrown.eventName, from);
            if (part != null) {
                begin(run, part);
                return;
            }
            if (scope == null) {
                return;
            }
            Node boundary = boundary(scope, Event.ESCALATION, thrown.eventName);
            Token token = run.at(scope);
            if (boundary != null && token != null) {
                border(run, token, boundary);
                return;
            }
            from = scope;
        }
    }

    /** The event on the border of a step happens. */
    void border(Run run, Token token, Node boundary) {
        run.resting.remove(token);
        if (boundary.interrupts()) {
            run.clear(token.node());
            run.set(token.node().atEnd, terrain.variables());
            run.enter(boundary, token.tags());
        } else {
            run.resting.add(new Token(token.node(), null, token.tags().with(boundary, 0)));
            run.enter(boundary, token.tags().with(boundary, 1));
        }
    }

    /** The part that an event begins: all else of its scope is gone if it interrupts. */
    void begin(Run run, Node part) {
        if (part.start().interrupts()) {
            run.clear(part.scope);
        }
        run.resting.add(new Token(part, null, Tags.NONE));
        run.enter(part.start(), Tags.NONE);
    }

    private Node eventPart(Node scope, Event event, String code, Node from) {
        for (Node part : terrain.diagram().inside(scope)) {
            Node start = part.kind == Kind.EVENT_PART && part != from ? part.start() : null;
            if (start != null && start.event == event && matches(start, code)) {
                return part;
            }
        }
        return null;
    }

    private static Node boundary(Node scope, Event event, String code) {
        return scope.boundaries.stream()
                .filter(border -> border.event == event && matches(border, code))
                .findFirst()
                .orElse(null);
    }

    static boolean matches(Node catcher, String code) {
        return catcher.eventName.isEmpty() || catcher.eventName.equals(code);
    }
}
