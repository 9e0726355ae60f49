package jp.tsunagu.procedure.check.ward;

import java.util.stream.Stream;
import jp.tsunagu.procedure.ProcedureFiles;
import jp.tsunagu.procedure.check.Finding;
import jp.tsunagu.procedure.file.Drawing;
import org.springframework.stereotype.Component;

/** What runs says how long its history is kept (要領 第12条). */
@Component
class HistoryTimeToLive extends DiagramRule {

    HistoryTimeToLive() {
        super("history-time-to-live");
    }

    @Override
    Stream<Finding> of(Drawing drawing, ProcedureFiles files) {
        return drawing.shapes("process")
                .filter(process -> process.element().attribute("isExecutable").equals("true"))
                .filter(process ->
                        process.element().camunda("historyTimeToLive").isBlank())
                .map(process -> error(drawing, process, "手続" + title(process) + "に履歴の保存期間がありません。例: P3650D"));
    }
}
