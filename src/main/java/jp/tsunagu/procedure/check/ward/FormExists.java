package jp.tsunagu.procedure.check.ward;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagu.procedure.ProcedureFiles;
import jp.tsunagu.procedure.check.Finding;
import jp.tsunagu.procedure.file.Drawing;
import org.springframework.stereotype.Component;

/** What a step asks for is a form of this procedure; a form that is used cannot be taken away. */
@Component
class FormExists extends DiagramRule {

    FormExists() {
        super("form-exists");
    }

    @Override
    Stream<Finding> of(Drawing drawing, ProcedureFiles files) {
        Set<String> forms = Forms.of(files).stream().map(Forms.Form::id).collect(Collectors.toSet());
        return drawing.shapes("userTask", "startEvent")
                .filter(step -> !step.element().camunda("formRef").isBlank())
                .filter(step -> !forms.contains(step.element().camunda("formRef")))
                .map(step -> error(
                        drawing,
                        step,
                        title(step) + "の入力フォーム「" + step.element().camunda("formRef")
                                + "」が手続の中にありません。入力フォームを選び直すか、消した入力フォームを戻してください。"));
    }
}
