package jp.tsunagu.procedure.check.ward;

import java.util.List;
import jp.tsunagu.procedure.ProcedureFiles;
import jp.tsunagu.procedure.check.Finding;
import org.springframework.stereotype.Component;

/** A decision table says how long its history is kept, as the engine demands. */
@Component
class TableHistory implements WardRule {

    private static final String RULE = "table-history";

    @Override
    public String rule() {
        return RULE;
    }

    @Override
    public List<Finding> of(ProcedureFiles files) {
        return Tables.of(files).stream()
                .filter(table -> table.decision().camunda("historyTimeToLive").isBlank())
                .map(table -> Finding.error(
                        RULE, table.file(), table.id(), "判定表" + table.title() + "に履歴の保存期間がありません。例: P3650D"))
                .toList();
    }
}
