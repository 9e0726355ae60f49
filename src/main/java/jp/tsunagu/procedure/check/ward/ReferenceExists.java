package jp.tsunagu.procedure.check.ward;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagu.procedure.ProcedureFiles;
import jp.tsunagu.procedure.check.Finding;
import jp.tsunagu.procedure.file.Drawing;
import jp.tsunagu.procedure.file.Shape;
import org.springframework.stereotype.Component;

/** A table or procedure that a step calls is part of this procedure. */
@Component
class ReferenceExists extends DiagramRule {

    ReferenceExists() {
        super("reference-exists");
    }

    @Override
    Stream<Finding> of(Drawing drawing, ProcedureFiles files) {
        Set<String> tables = Tables.of(files).stream().map(Tables.Table::id).collect(Collectors.toSet());
        Set<String> processes = drawings(files).stream()
                .flatMap(one -> one.shapes("process"))
                .map(Shape::id)
                .collect(Collectors.toSet());
        Stream<Finding> decisions = drawing.shapes("businessRuleTask")
                .filter(step -> isMissing(step.element().camunda("decisionRef"), tables))
                .map(step -> error(
                        drawing,
                        step,
                        title(step) + "の判定表「" + step.element().camunda("decisionRef") + "」が手続の中にありません。判定表を選び直してください。"));
        Stream<Finding> calls = drawing.shapes("callActivity")
                .filter(step -> isMissing(step.element().attribute("calledElement"), processes))
                .map(step -> error(
                        drawing,
                        step,
                        title(step) + "が呼び出す手続「" + step.element().attribute("calledElement")
                                + "」がありません。手続を選び直してください。"));
        return Stream.concat(decisions, calls);
    }

    private static boolean isMissing(String reference, Set<String> known) {
        return !Expressions.hasExpression(reference) && !known.contains(reference);
    }
}
