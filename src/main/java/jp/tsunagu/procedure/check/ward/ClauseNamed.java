package jp.tsunagu.procedure.check.ward;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.tsunagu.procedure.ProcedureFiles;
import jp.tsunagu.procedure.check.Finding;
import jp.tsunagu.procedure.file.Drawing;
import org.springframework.stereotype.Component;

/** Every step names the requirement it stands for (要領 第9条〜第11条), or somebody says why it has none: a ward may add steps of its own. */
@Component
class ClauseNamed extends DiagramRule {

    ClauseNamed() {
        super("clause-named");
    }

    private static final Set<String> STEPS = Set.of(
            "task",
            "userTask",
            "serviceTask",
            "businessRuleTask",
            "sendTask",
            "receiveTask",
            "manualTask",
            "scriptTask",
            "callActivity");

    private static final Pattern REQUIREMENT = Pattern.compile("(?<![\\w-])(?:MK|NG|OS|ST|KU)-(?:p?\\d|\\p{IsHan})");

    @Override
    Stream<Finding> of(Drawing drawing, ProcedureFiles files) {
        return drawing.shapes().stream()
                .filter(shape -> STEPS.contains(shape.kind()))
                .filter(step -> !REQUIREMENT.matcher(step.documentation()).find())
                .map(step -> warning(
                        drawing,
                        step,
                        title(step) + "の説明に、根拠となる要件の番号（例: MK-9-3-ア）がありません。区が独自に加えた手順なら、その旨を理由に書いてください。"));
    }
}
