package jp.tsunagu.procedure.check.ward;

import java.util.List;
import jp.tsunagu.document.PaperCheck.Kind;
import jp.tsunagu.procedure.ProcedureFiles;
import jp.tsunagu.procedure.check.Finding;
import org.springframework.stereotype.Component;

/** A paper can be read and filled: what is opened is closed, the pieces are there, and it says whose case it is. */
@Component
class PaperReadable implements WardRule {

    private static final String RULE = "paper-readable";

    @Override
    public String rule() {
        return RULE;
    }

    @Override
    public List<Finding> of(ProcedureFiles files) {
        return PaperSlips.of(files, Kind.STRUCTURE, RULE);
    }
}
