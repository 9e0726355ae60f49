package jp.tsunagu.procedure.check.ward;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagu.access.Accounts;
import jp.tsunagu.access.Roles;
import jp.tsunagu.procedure.ProcedureFiles;
import jp.tsunagu.procedure.check.Finding;
import jp.tsunagu.procedure.file.Drawing;
import org.springframework.stereotype.Component;

/** A role is one that works on cases: nobody else may see them, and a step of nobody is never done. */
@Component
class RoleKnown extends DiagramRule {

    RoleKnown() {
        super("role-known");
    }

    @Override
    Stream<Finding> of(Drawing drawing, ProcedureFiles files) {
        return drawing.shapes("userTask")
                .flatMap(task -> Stream.of(
                                task.element().camunda("candidateGroups").split(","))
                        .map(String::strip)
                        .filter(group -> !group.isEmpty() && !Expressions.hasExpression(group))
                        .filter(group -> !Roles.OF_STEPS.contains(group))
                        .map(group -> error(
                                drawing,
                                task,
                                title(task) + "の担当「" + group + "」は、ケースの仕事をする役割ではありません。次から選んでください: "
                                        + Roles.OF_STEPS.stream()
                                                .map(Accounts.groupNames()::get)
                                                .collect(Collectors.joining("、")))));
    }
}
