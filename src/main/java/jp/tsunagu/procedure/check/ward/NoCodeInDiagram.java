package jp.tsunagu.procedure.check.ward;

import java.util.Set;
import java.util.stream.Stream;
import jp.tsunagu.procedure.ProcedureFiles;
import jp.tsunagu.procedure.check.Finding;
import jp.tsunagu.procedure.file.Drawing;
import jp.tsunagu.procedure.file.XmlElement;
import org.springframework.stereotype.Component;

/** A diagram names building blocks; it contains no program (要領 第12条). */
@Component
class NoCodeInDiagram extends DiagramRule {

    NoCodeInDiagram() {
        super("no-code-in-diagram");
    }

    private static final Set<String> CLASSES =
            Set.of("class", "variableMappingClass", "formHandlerClass", "variableMappingDelegateExpression");

    @Override
    Stream<Finding> of(Drawing drawing, ProcedureFiles files) {
        return Stream.concat(Stream.of(drawing.root()), drawing.shapes().stream())
                .flatMap(shape -> Stream.concat(Stream.of(shape.element()), shape.inside())
                        .flatMap(element -> wrong(element).map(message -> error(drawing, shape, message))));
    }

    private static Stream<String> wrong(XmlElement element) {
        Stream<String> scripts =
                element.name().equals("scriptTask") || element.name().equals("script")
                        ? Stream.of("図の中にスクリプトは書けません。用意された部品か式を使ってください。")
                        : Stream.empty();
        Stream<String> languages = element.isBpmn()
                        && !(element.attribute("language").isBlank()
                                && element.camunda("resource").isBlank())
                ? Stream.of("式にスクリプト言語は使えません。${…} の式で書いてください。")
                : Stream.empty();
        Stream<String> classes = CLASSES.stream()
                .filter(name -> !element.camunda(name).isBlank()
                        || (element.isCamunda() && !element.attribute(name).isBlank()))
                .map(name -> "Javaのクラス（camunda:" + name + "）は指定できません。用意された部品を使ってください。");
        return Stream.of(scripts, languages, classes).flatMap(found -> found);
    }
}
