package jp.tsunagu.procedure.check.ward;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import jp.tsunagu.engine.VariableCatalogue;
import jp.tsunagu.procedure.ProcedureFiles;
import jp.tsunagu.procedure.check.Finding;
import jp.tsunagu.procedure.file.Drawing;
import jp.tsunagu.procedure.file.XmlElement;
import org.springframework.stereotype.Component;

/** A diagram decides only on what the list of variables knows, and on values that the list has. */
@Component
class VariablesListed extends DiagramRule {

    VariablesListed() {
        super("variables-listed");
    }

    private static final List<String> NAMING = List.of("resultVariable", "elementVariable", "collection");
    private static final List<String> MAPPING = List.of("source", "sourceExpression", "target");

    @Override
    Stream<Finding> of(Drawing drawing, ProcedureFiles files) {
        VariableCatalogue variables = Lists.variables(files);
        return drawing.shapes().stream()
                .flatMap(shape -> Stream.concat(
                                Conditions.of(shape).flatMap(condition -> condition(condition, variables)),
                                Stream.concat(Stream.of(shape.element()), shape.inside())
                                        .flatMap(VariablesListed::names)
                                        .distinct()
                                        .flatMap(name -> name(name, variables)))
                        .distinct()
                        .map(message -> error(drawing, shape, message)));
    }

    private static Stream<String> condition(String condition, VariableCatalogue variables) {
        if (!Expressions.isExpression(condition)) {
            return Stream.of("条件「" + condition + "」を ${…} の形で書いてください。");
        }
        Stream<String> names = Expressions.variables(condition).stream().flatMap(name -> name(name, variables));
        Stream<String> values = Expressions.comparisons(condition).stream()
                .flatMap(comparison -> variables
                        .find(comparison.variable())
                        .filter(variable -> !variable.values().contains(comparison.constant()))
                        .map(variable -> "「" + variable.name() + "」に「" + comparison.constant() + "」という値はありません。使える値: "
                                + String.join("、", variable.values()))
                        .stream());
        return Stream.concat(names, values);
    }

    private static Stream<String> name(String name, VariableCatalogue variables) {
        return variables.find(name).isPresent()
                ? Stream.empty()
                : Stream.of("変数「" + name + "」が、変数の一覧 variables.yaml にありません。名前を確かめてください。");
    }

    private static Stream<String> names(XmlElement element) {
        boolean mapping = element.isCamunda() && Set.of("in", "out").contains(element.name());
        Stream<String> named = (mapping ? MAPPING : NAMING)
                .stream()
                        .map(name -> element.isCamunda() ? element.attribute(name) : element.camunda(name))
                        .filter(value -> !value.isBlank())
                        .flatMap(value -> Expressions.hasExpression(value)
                                ? Expressions.variables(value).stream()
                                : Stream.of(value));
        Stream<String> set = element.isCamunda() && element.name().endsWith("Listener")
                ? Expressions.variablesByName(element.attribute("expression")).stream()
                : Stream.empty();
        return Stream.concat(named, set);
    }
}
