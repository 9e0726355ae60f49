package jp.tsunagu.procedure.check.ward;

import java.util.Set;
import java.util.stream.Stream;
import jp.tsunagu.procedure.ProcedureFiles;
import jp.tsunagu.procedure.check.Finding;
import jp.tsunagu.procedure.file.Drawing;
import org.springframework.stereotype.Component;

/** Whatever people read on the picture has a name. */
@Component
class LabelPresent extends DiagramRule {

    LabelPresent() {
        super("label-present");
    }

    private static final Set<String> NAMED = Set.of(
            "userTask",
            "serviceTask",
            "businessRuleTask",
            "sendTask",
            "receiveTask",
            "manualTask",
            "callActivity",
            "startEvent",
            "endEvent",
            "intermediateCatchEvent",
            "intermediateThrowEvent",
            "boundaryEvent",
            "subProcess",
            "lane",
            "participant",
            "process");

    @Override
    Stream<Finding> of(Drawing drawing, ProcedureFiles files) {
        return drawing.shapes().stream()
                .filter(shape -> NAMED.contains(shape.kind()) && shape.name().isEmpty())
                .map(shape -> error(drawing, shape, "「" + shape.id() + "」に名前がありません。職員が読む日本語の名前を付けてください。"));
    }
}
