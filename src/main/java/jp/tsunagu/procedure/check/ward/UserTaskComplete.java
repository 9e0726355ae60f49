package jp.tsunagu.procedure.check.ward;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import jp.tsunagu.procedure.ProcedureFiles;
import jp.tsunagu.procedure.check.Finding;
import jp.tsunagu.procedure.file.Drawing;
import org.springframework.stereotype.Component;

/** A step of people has a form, a role and a date (要領 第9条第4号、第12条). */
@Component
class UserTaskComplete extends DiagramRule {

    UserTaskComplete() {
        super("user-task-complete");
    }

    private static final Map<String, String> NEEDED = new TreeMap<>(Map.of(
            "formRef", "に入力フォームがありません。職員が入力する入力フォームを選んでください。",
            "candidateGroups", "に担当がありません。このままでは全員の一覧に出ます。担当を選んでください。",
            "dueDate", "に期限がありません。期限の表による期限（${deadlines.due(execution)}）を付けてください。"));

    @Override
    Stream<Finding> of(Drawing drawing, ProcedureFiles files) {
        return drawing.shapes("userTask")
                .flatMap(task -> NEEDED.entrySet().stream()
                        .filter(needed ->
                                task.element().camunda(needed.getKey()).isBlank())
                        .map(needed -> error(drawing, task, title(task) + needed.getValue())));
    }
}
