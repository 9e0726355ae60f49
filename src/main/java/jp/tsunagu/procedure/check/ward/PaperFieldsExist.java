package jp.tsunagu.procedure.check.ward;

import java.util.List;
import jp.tsunagu.document.PaperCheck.Kind;
import jp.tsunagu.procedure.ProcedureFiles;
import jp.tsunagu.procedure.check.Finding;
import org.springframework.stereotype.Component;

/** A paper prints only what it is given: fields of its forms, and what the program knows of the case. */
@Component
class PaperFieldsExist implements WardRule {

    private static final String RULE = "paper-fields";

    @Override
    public String rule() {
        return RULE;
    }

    @Override
    public List<Finding> of(ProcedureFiles files) {
        return PaperSlips.of(files, Kind.FIELD, RULE);
    }
}
