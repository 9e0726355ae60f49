package jp.tsunagu.procedure.check.ward;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import jp.tsunagu.engine.VariableCatalogue;
import jp.tsunagu.engine.VariableCatalogue.Variable;
import jp.tsunagu.procedure.ProcedureFiles;
import jp.tsunagu.procedure.check.Finding;
import jp.tsunagu.procedure.file.Drawing;
import org.springframework.stereotype.Component;

/** What a condition asks for, somebody answers: a form, a table, or the program. */
@Component
class DecidingFieldAsked extends DiagramRule {

    DecidingFieldAsked() {
        super("deciding-field-asked");
    }

    @Override
    Stream<Finding> of(Drawing drawing, ProcedureFiles files) {
        VariableCatalogue variables = Lists.variables(files);
        Set<String> answered = answered(files);
        return drawing.shapes().stream()
                .flatMap(shape -> Conditions.of(shape)
                        .flatMap(condition -> Expressions.variables(condition).stream())
                        .distinct()
                        .filter(name -> variables.find(name).isPresent() && !answered.contains(name))
                        .filter(name ->
                                variables.find(name).filter(Variable::typed).isPresent())
                        .map(name -> error(
                                drawing,
                                shape,
                                title(shape) + "の条件が使う「" + name + "」を尋ねる項目が、どの入力フォームにもありません。項目を加えるか、条件を直してください。")));
    }

    private static Set<String> answered(ProcedureFiles files) {
        Set<String> answered = new HashSet<>();
        Forms.of(files).stream()
                .flatMap(form -> Forms.topLevel(form.json()).stream())
                .filter(field -> !Forms.isShownOnly(field))
                .forEach(field -> answered.add(field.path("key").asText()));
        drawings(files).stream()
                .flatMap(one -> one.shapes().stream())
                .map(shape -> shape.element().camunda("resultVariable"))
                .forEach(answered::add);
        return answered;
    }
}
