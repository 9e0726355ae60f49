package jp.tsunagu.procedure.check.ward;

import java.util.List;
import jp.tsunagu.document.PaperCheck.Kind;
import jp.tsunagu.procedure.ProcedureFiles;
import jp.tsunagu.procedure.check.Finding;
import org.springframework.stereotype.Component;

/** A paper is text and tables: it runs nothing, and it fetches nothing from elsewhere (要領 第12条). */
@Component
class PaperLoadsNothing implements WardRule {

    private static final String RULE = "paper-loads-nothing";

    @Override
    public String rule() {
        return RULE;
    }

    @Override
    public List<Finding> of(ProcedureFiles files) {
        return PaperSlips.of(files, Kind.OUTSIDE, RULE);
    }
}
