package jp.tsunagu.procedure.check.course;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.tsunagu.engine.VariableCatalogue;

/**
 * Everything that is known of a diagram before anybody walks through it.
 *
 * @param outcomes how a called diagram can end: its key → what each of its ends leaves; null for one that is not there
 */
record Terrain(
        Diagram diagram,
        Variables variables,
        Effects effects,
        Liveness liveness,
        Shape shape,
        Questions.Asked asked,
        byte[] atStart,
        Map<String, Set<Outcome>> outcomes,
        boolean forks) {

    /**
     * One way in which a called diagram can end.
     *
     * @param error code of the error it ends with, or null
     * @param left what is known of its variables then
     */
    record Outcome(String error, Map<String, String> left) {}

    static Terrain of(
            Diagram diagram,
            VariableCatalogue catalogue,
            Questions.Asked asked,
            Collection<String> wanted,
            Map<String, Set<Outcome>> outcomes) {
        List<Condition> conditions = new ArrayList<>(asked.conditions());
        conditions.addAll(diagram.conditions());
        Variables variables = new Variables(diagram, conditions, catalogue);
        Effects effects = new Effects(diagram, variables, catalogue);
        Liveness liveness = new Liveness(diagram, variables, effects, asked, variables.bits(wanted));
        byte[] atStart = variables.initial();
        Effects.unsetAtStart(diagram, variables, catalogue, atStart);
        return new Terrain(
                diagram,
                variables,
                effects,
                liveness,
                new Shape(diagram),
                asked,
                atStart,
                outcomes,
                diagram.nodes().stream().anyMatch(Node::forks));
    }

    /** It need not be waited for: beside other ways, to a plain end, and nobody asks when. */
    boolean aside(Node node) {
        return forks && !asked.watches(node) && shape.aside(node, effects);
    }
}
