package jp.tsunagu.procedure.check.law;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import jp.tsunagu.procedure.check.course.Course;
import jp.tsunagu.procedure.check.course.Diagram;
import jp.tsunagu.procedure.check.course.Node;

/** The obligations about what is drawn, whatever way a case takes. */
final class Drawn {

    /** A date that the program works out: a date written into the diagram may be one that never comes. */
    private static final Pattern WORKED_OUT = Pattern.compile("\\$\\{deadlines\\.\\w+\\(execution(, *'\\w+')?\\)}");

    private static final List<String> PARTS =
            List.of("after", "step", "needs", "needsOneOf", "never", "to", "also", "element");

    private final Obligation obligation;
    private final Diagram diagram;
    private final Collection<Course> all;

    Drawn(Obligation obligation, Diagram diagram, Collection<Course> all) {
        this.obligation = obligation;
        this.diagram = diagram;
        this.all = all;
    }

    /** The id of the element that breaks it, or null. */
    String breaking() {
        return switch (obligation.kind()) {
            case EXISTS ->
                first(
                        "element",
                        node -> obligation.pairs("with").entrySet().stream()
                                .allMatch(pair -> node.attribute(pair.getKey()).equals(pair.getValue())));
            case TIMER_KEPT -> first("element", this::kept);
            case ONLY_BY -> first("step", this::onlyByThem);
            case DIFFERENT_GROUPS -> sameGroups();
            case NEVER_CALLED -> caller();
            default -> throw new IllegalStateException(obligation.id());
        };
    }

    private String first(String name, java.util.function.Predicate<Node> right) {
        return obligation.texts(name).stream()
                .filter(id -> diagram.node(id).filter(right).isEmpty())
                .findFirst()
                .orElse(null);
    }

    private boolean kept(Node timer) {
        String on = obligation.text("on");
        boolean interrupting = !timer.attribute("cancelActivity").equals("false");
        boolean inPlace = on.isEmpty()
                || timer.attribute("attachedToRef").equals(on)
                        && interrupting
                                == obligation.rule().path("interrupting").asBoolean();
        return timer.event() == Node.Event.TIMER
                && WORKED_OUT.matcher(timer.attribute("timer")).matches()
                && inPlace;
    }

    private boolean onlyByThem(Node step) {
        Set<String> groups = groups(step);
        boolean named = step.attribute("assignee").isEmpty()
                && step.attribute("candidateUsers").isEmpty();
        return named && !groups.isEmpty() && obligation.texts("groups").containsAll(groups);
    }

    private String sameGroups() {
        Set<String> seen = new HashSet<>();
        for (String step : obligation.texts("step")) {
            for (String group : groups(diagram.node(step).orElseThrow())) {
                if (!seen.add(group)) {
                    return step;
                }
            }
        }
        return null;
    }

    private String caller() {
        for (Course other : all) {
            for (Node node : other.diagram().nodes()) {
                if (node.attribute("calledElement").equals(diagram.key())) {
                    return node.id();
                }
            }
        }
        return null;
    }

    private static Set<String> groups(Node step) {
        Set<String> groups = new HashSet<>();
        Arrays.stream(step.attribute("candidateGroups").split(",(?![^(]*\\))"))
                .map(String::strip)
                .filter(group -> !group.isEmpty())
                .forEach(groups::add);
        return groups;
    }

    /** The ids that the obligation cannot do without and that are not drawn. */
    static List<String> missing(Obligation obligation, Diagram diagram) {
        Set<String> missing = new HashSet<>();
        for (String part : PARTS) {
            for (String written : obligation.texts(part)) {
                String id = Step.of(written, true).element();
                if (diagram.node(id).isEmpty()) {
                    missing.add(id);
                }
            }
        }
        return missing.stream().sorted().toList();
    }
}
