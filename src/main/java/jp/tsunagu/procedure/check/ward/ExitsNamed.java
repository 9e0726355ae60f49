package jp.tsunagu.procedure.check.ward;

import java.util.List;
import java.util.stream.Stream;
import jp.tsunagu.procedure.ProcedureFiles;
import jp.tsunagu.procedure.check.Finding;
import jp.tsunagu.procedure.file.Drawing;
import jp.tsunagu.procedure.file.Shape;
import org.springframework.stereotype.Component;

/** A gateway asks a question and every exit answers it (要領 第9条第3号・第5号). */
@Component
class ExitsNamed extends DiagramRule {

    ExitsNamed() {
        super("exits-named");
    }

    @Override
    Stream<Finding> of(Drawing drawing, ProcedureFiles files) {
        return drawing.shapes("exclusiveGateway", "inclusiveGateway").flatMap(gateway -> of(drawing, gateway));
    }

    private Stream<Finding> of(Drawing drawing, Shape gateway) {
        List<Shape> exits = drawing.exitsOf(gateway);
        if (exits.size() < 2) {
            return Stream.empty();
        }
        Stream<Finding> question = gateway.name().isEmpty()
                ? Stream.of(error(drawing, gateway, "分岐に、何を尋ねているかの名前を付けてください。"))
                : Stream.empty();
        Stream<Finding> answers = exits.stream()
                .filter(exit -> exit.name().isEmpty())
                .map(exit -> error(drawing, exit, "分岐" + title(gateway) + "から出る矢印に、答えの名前を付けてください。"));
        Stream<Finding> conditions = exits.stream()
                .filter(exit -> gateway.is("exclusiveGateway"))
                .filter(exit -> !exit.id().equals(gateway.element().attribute("default")))
                .filter(exit -> exit.element().textOf("conditionExpression").isEmpty())
                .map(exit -> error(drawing, exit, "矢印" + title(exit) + "に条件がありません。条件を書くか、既定の矢印にしてください。"));
        return Stream.of(question, answers, conditions).flatMap(found -> found);
    }
}
