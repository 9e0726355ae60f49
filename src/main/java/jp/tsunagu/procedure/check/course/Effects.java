package jp.tsunagu.procedure.check.course;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.tsunagu.engine.VariableCatalogue;
import jp.tsunagu.engine.VariableCatalogue.Variable;
import jp.tsunagu.procedure.check.course.Node.Kind;

/** Which variables a step may change when it is done: afterwards their values are open again. */
final class Effects {

    private static final Pattern BEAN = Pattern.compile("[$#]\\{\\s*(\\w+).*", Pattern.DOTALL);

    private final long[] changed;

    Effects(Diagram diagram, Variables variables, VariableCatalogue catalogue) {
        changed = new long[diagram.nodes().size()];
        for (Node node : diagram.nodes()) {
            changed[node.index] = variables.bits(changedBy(node, diagram, catalogue));
        }
    }

    /** As bits. */
    long of(Node node) {
        return changed[node.index];
    }

    void forget(Node node, byte[] values) {
        long bits = changed[node.index];
        for (int variable = 0; bits != 0; variable++, bits >>>= 1) {
            if ((bits & 1) != 0) {
                values[variable] = Variables.UNKNOWN;
            }
        }
    }

    /** What nobody can have set when a case begins: fields that only a later step of this same diagram asks for. */
    static void unsetAtStart(Diagram diagram, Variables variables, VariableCatalogue catalogue, byte[] values) {
        Set<String> later = new HashSet<>();
        for (Node node : diagram.nodes()) {
            if (node.kind == Kind.WAIT) {
                later.addAll(diagram.forms().getOrDefault(node.attribute("formRef"), Set.of()));
            }
        }
        for (String name : later) {
            int variable = variables.of(name);
            boolean open = variable >= 0 && values[variable] == Variables.UNKNOWN;
            if (open && catalogue.find(name).map(Effects::onlyAsked).orElse(false)) {
                values[variable] = Variables.UNSET;
            }
        }
    }

    private static boolean onlyAsked(Variable variable) {
        return variable.typed() && variable.setBy().isEmpty();
    }

    private static List<String> changedBy(Node node, Diagram diagram, VariableCatalogue catalogue) {
        Set<String> causes = causes(node);
        List<String> names = new ArrayList<>();
        for (Variable variable : catalogue.all()) {
            if (variable.setBy().stream().anyMatch(causes::contains)) {
                names.add(variable.name());
            }
        }
        names.add(node.attribute("resultVariable"));
        if (node.kind == Kind.WAIT || node.kind == Kind.START) {
            names.addAll(diagram.forms().getOrDefault(node.attribute("formRef"), Set.of()));
        }
        return names;
    }

    private static Set<String> causes(Node node) {
        Set<String> causes = new HashSet<>(List.of(node.id, node.attribute("formRef"), node.eventName));
        for (String call : List.of("delegateExpression", "expression")) {
            Matcher bean = BEAN.matcher(node.attribute(call));
            if (bean.matches()) {
                causes.add(bean.group(1));
            }
        }
        causes.remove("");
        return causes;
    }
}
