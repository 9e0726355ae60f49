package jp.tsunagu.procedure.check.ward;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagu.procedure.ProcedureFiles;
import jp.tsunagu.procedure.check.Finding;
import jp.tsunagu.procedure.file.Drawing;
import jp.tsunagu.procedure.file.XmlElement;
import org.springframework.stereotype.Component;

/** Every step of people has its target in the table of targets (要領 第10条第3号・第4号：速やかに). */
@Component
class StepTargetRow extends DiagramRule {

    StepTargetRow() {
        super("step-target-row");
    }

    private static final String TABLE = "stepTarget";
    private static final String STEP = "step";

    @Override
    Stream<Finding> of(Drawing drawing, ProcedureFiles files) {
        Set<String> steps = Tables.of(files).stream()
                .filter(table -> table.id().equals(TABLE))
                .flatMap(table -> table.decision().children("decisionTable"))
                .flatMap(StepTargetRow::steps)
                .collect(Collectors.toSet());
        return drawing.shapes("userTask")
                .filter(task -> task.element().camunda("dueDate").contains("deadlines.due("))
                .filter(task -> !steps.contains(task.id()))
                .map(task -> error(
                        drawing,
                        task,
                        title(task) + "（" + task.id() + "）の行が、期限の表 step-target.dmn にありません。目標・注意・報告の日数の行を加えてください。"));
    }

    private static Stream<String> steps(XmlElement table) {
        List<String> inputs = table.children("input")
                .map(input -> input.child("inputExpression")
                        .map(expression -> expression.textOf("text"))
                        .orElse(""))
                .toList();
        int column = inputs.indexOf(STEP);
        return table.children("rule")
                .map(rule -> rule.children("inputEntry").toList())
                .filter(cells -> column >= 0 && column < cells.size())
                .flatMap(cells -> Stream.of(cells.get(column).textOf("text").split(",")))
                .map(text -> text.strip().replace("\"", ""));
    }
}
