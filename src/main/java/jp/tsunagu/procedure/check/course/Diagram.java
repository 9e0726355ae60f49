package jp.tsunagu.procedure.check.course;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One procedure as it is drawn.
 *
 * @param file where it is drawn
 * @param key the process id
 * @param nodes by their index
 * @param flows by their index
 * @param links name of a link → where it leads
 * @param strange elements that are drawn but not understood here
 * @param forms what each form asks for: form id → keys of its fields
 */
public record Diagram(
        String file,
        String key,
        List<Node> nodes,
        List<Flow> flows,
        Map<String, Node> links,
        List<String> strange,
        Map<String, Set<String>> forms) {

    public Optional<Node> node(String id) {
        return nodes.stream().filter(node -> node.id.equals(id)).findFirst();
    }

    /** All that decides anything in it. */
    List<Condition> conditions() {
        return Stream.concat(flows.stream().map(Flow::condition), nodes.stream().map(node -> node.condition))
                .filter(condition -> condition != null)
                .toList();
    }

    /** Directly in the procedure, not in a part of it. */
    List<Node> top() {
        return nodes.stream().filter(node -> node.scope == null).toList();
    }

    List<Node> inside(Node scope) {
        return scope == null ? top() : scope.inside;
    }

    /** Where a throwing link leads; null if nowhere. */
    Node linked(Node thrown) {
        return links.get(thrown.eventName);
    }
}
